import type { Article } from '#article/article.ts';
import type { Composing } from '#card/composing.ts';
import type { Headline } from '#card/headline-of.ts';
import { takenFrom } from '#story/publisher-of.ts';

/** Who a card says an article is from: its outlet; behind an aggregator the real one, and by whom we have it. */
export function sourceName(article: Article, { words, outletOf }: Composing): string {
  const outlet = outletOf(article.id);
  if (outlet === undefined) return article.outlet;
  const real = takenFrom({ article, outlet });
  return real === undefined ? outlet.name : words.via(real, outlet.name);
}

/** Whose headline it is, in the same words. */
export function headlineSource({ article, outlet }: Headline, composing: Composing): string {
  if (article !== undefined) return sourceName(article, composing);
  return composing.dossier.outlets.get(outlet)?.name ?? outlet;
}
