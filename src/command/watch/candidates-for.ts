import { type ArticleId, timeOf } from '#article/article.ts';
import type { ArticleSearch } from '#article/article-store.ts';
import type { Desk } from '#command/command.ts';
import type { Way } from '#match/ways-to-meet.ts';
import { wordsToFind } from '#match/words-to-find.ts';

/** As many as are read at once: their texts take memory. */
const BATCH = 100;

/** Articles that hold what one of the ways cannot do without, newest first; `isCut` where there are more than the limit. */
export type Candidates = { readonly ids: readonly ArticleId[]; readonly isCut: boolean };

/** The articles that could meet a topic in one of these ways, by the index of words. */
export async function candidatesFor(
  ways: readonly Way[],
  search: Omit<ArticleSearch, 'all'>,
  desk: Desk,
): Promise<Candidates> {
  const { limit } = search;
  const found = new Set<ArticleId>();
  let isCut = false;
  for (const way of ways) {
    const all = wordsToFind(neededIn(way), desk.lexicon);
    const ids = await desk.ledger.articles.listHolding({ ...search, all, limit: limit + 1 });
    isCut ||= ids.length > limit;
    for (const id of ids) found.add(id);
  }
  if (found.size > limit) return { ids: (await newestFirst([...found], desk)).slice(0, limit), isCut: true };
  return { ids: ways.length > 1 ? await newestFirst([...found], desk) : [...found], isCut };
}

/** Of words that only half are needed, any may be missing. */
const neededIn = ({ actors, event, required, words, wordsNeeded }: Way) => [
  ...actors,
  ...(event ? [event] : []),
  ...required,
  ...(wordsNeeded === words.length ? words : []),
];

async function newestFirst(ids: readonly ArticleId[], { ledger }: Desk): Promise<readonly ArticleId[]> {
  const times: { readonly id: ArticleId; readonly at: number }[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const articles = await ledger.articles.findMany(ids.slice(from, from + BATCH));
    times.push(...articles.map((article) => ({ id: article.id, at: Date.parse(timeOf(article)) })));
  }
  return times.toSorted((one, other) => other.at - one.at).map(({ id }) => id);
}
