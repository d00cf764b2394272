import { type Article, type ArticleId, timeOf } from '#article/article.ts';
import type { Card, CardSource } from '#card/card.ts';
import type { Composing } from '#card/composing.ts';
import type { Headline } from '#card/headline-of.ts';
import { sourceName } from '#card/source-name.ts';
import { stateControlIn } from '#feed/outlet.ts';

/** Two links are enough to begin with; all stand under the sources. */
const MOST_READS = 2;

/** Every article of the story: those the card uses by their numbers, then the rest in order of arrival. */
export function cardSources(composing: Composing): readonly CardSource[] {
  for (const { id } of composing.dossier.articles) composing.numberOf(id);
  return composing.numbered().flatMap((id) => {
    const article = composing.articleOf(id);
    return article ? [sourceOf(article, composing)] : [];
  });
}

/** What may be opened at once: the sides' own texts, else the article of the headline. */
export function cardReads(headline: Headline, composing: Composing): Card['reads'] {
  const { account, statementOf, articleOf } = composing;
  const own = account.sides
    .flatMap(({ statements }) => statements.map(({ statement }) => statementOf(statement)))
    .filter((statement) => statement?.hand === 'own')
    .flatMap((statement) => (statement ? [statement.article] : []));
  const chosen: readonly ArticleId[] = own.length > 0 ? own : headline.article ? [headline.article.id] : [];

  const byOutlet = new Map(
    chosen
      .map((id) => articleOf(id))
      .filter((article) => article !== undefined)
      .map((article) => [article.outlet, article] as const)
      .toReversed(),
  );
  return [...byOutlet.values()]
    .toReversed()
    .flatMap((article) => readOf(article, composing))
    .slice(0, MOST_READS);
}

function readOf(article: Article, composing: Composing): Card['reads'] {
  const host = hostOf(article.link);
  if (article.link === undefined || host === undefined) return [];
  const label = composing.words.read(sourceName(article, composing));
  return [{ label, link: article.link, host }];
}

function sourceOf(article: Article, composing: Composing): CardSource {
  const outlet = composing.outletOf(article.id);
  const host = hostOf(article.link);
  const stateControlled = outlet && stateControlIn(outlet, composing.language);
  return {
    number: composing.numberOf(article.id),
    outlet: sourceName(article, composing),
    title: article.title,
    ...(article.link !== undefined && host !== undefined ? { link: article.link, host } : {}),
    publishedAt: timeOf(article),
    ...(stateControlled !== undefined && { stateControlled }),
  };
}

/** The host of a web address; undefined for anything a reader should not be sent to. */
function hostOf(link: string | undefined): string | undefined {
  const url = link === undefined ? null : URL.parse(link);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.host : undefined;
}
