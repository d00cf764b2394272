import type { Article } from '#article/article.ts';
import type { Composing } from '#card/composing.ts';
import type { Headline } from '#card/headline-of.ts';
import { isVerified, type OutletId } from '#feed/outlet.ts';
import { namedSource } from '#story/publisher-of.ts';

/**
 * Who a card says an article is from: its outlet; behind an aggregator the real one, and by whom we have it. An
 * unverified outlet is marked as such and stands first: whom it names as its source is its own word.
 */
export function sourceName(article: Article, { words, outletOf }: Composing): string {
  const outlet = outletOf(article.id);
  if (outlet === undefined) return article.outlet;
  const named = namedSource({ article, outlet });
  if (!isVerified(outlet)) return words.unverified(outlet.name, named);
  return named === undefined ? outlet.name : words.via(named, outlet.name);
}

/** Whose headline it is, in the same words. */
export function headlineSource({ article, outlet }: Headline, composing: Composing): string {
  return article === undefined ? nameOfOutlet(outlet, composing) : sourceName(article, composing);
}

/** An outlet's name as a card gives it, marked where the outlet is unverified. */
export function nameOfOutlet(id: OutletId, { dossier, words }: Composing): string {
  const outlet = dossier.outlets.get(id);
  if (outlet === undefined) return id;
  return isVerified(outlet) ? outlet.name : words.unverified(outlet.name);
}
