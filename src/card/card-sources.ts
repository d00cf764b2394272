import { type Article, type ArticleId, timeOf } from '#article/article.ts';
import type { Card, CardSource } from '#card/card.ts';
import type { Composing } from '#card/composing.ts';
import type { Headline } from '#card/headline-of.ts';
import { sourceName } from '#card/source-name.ts';
import { stateControlIn } from '#feed/outlet.ts';

/** Two links are enough to begin with; all stand under the sources. */
const MOST_READS = 2;

/** More than any card shows. All are kept with the story, and a card is kept as often as it is shown. */
const MOST_NAMED = 60;

/** The articles of the story: those the card uses by their numbers, then others in order of arrival, and how many are left. */
export function cardSources(composing: Composing): Pick<Card, 'sources' | 'moreSources'> {
  const { articles } = composing.dossier;
  const used = new Set(composing.numbered());
  const others = articles.filter(({ id }) => !used.has(id));
  const named = others.slice(0, Math.max(0, MOST_NAMED - used.size));
  for (const { id } of named) composing.numberOf(id);
  const sources = composing.numbered().flatMap((id) => {
    const article = composing.articleOf(id);
    return article ? [sourceOf(article, composing)] : [];
  });
  const left = others.length - named.length;
  return { sources, ...(left > 0 && { moreSources: left }) };
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
