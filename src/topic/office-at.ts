import type { Word } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { type Lexicon, officeKey } from '#lexicon/build-lexicon.ts';
import type { NameEntry } from '#lexicon/name-tables.ts';
import { officeId } from '#lexicon/office-id.ts';
import type { PhraseHit } from '#lexicon/phrase-table.ts';
import type { NameBook, TitleEntry } from '#lexicon/phrasebook.ts';
import type { QueryBook } from '#lexicon/query-book.ts';
import { CONNECTORS, FORMER } from '#lexicon/role-words.ts';

/** An office in a query, whose last word is `last`; several where the name of the country stands for several. */
export type OfficeReading = { readonly offices: readonly ActorId[]; readonly last: number };

type Means = {
  readonly lexicon: Lexicon;
  readonly books: readonly QueryBook[];
  /** The names of a book that begin at a word and are meant as names there. */
  readonly namesAt: (book: NameBook, at: number) => readonly PhraseHit<NameEntry>[];
};

/** Beside these a title is what is voted on or taken, not who holds it; as the ids of common words. */
const OF_VOTES: ReadonlySet<string> = new Set(['candidate', 'inauguration']);

/**
 * "French president", "президент Франции", "président de la République française": the office, where the lexicon knows
 * who held it at any time. Silent for who held it once or stands in ("former French president"), and beside an election.
 */
export function officeAt(words: readonly Word[], at: number, means: Means): OfficeReading | undefined {
  if (FORMER.has(words[at - 1]?.folded ?? '')) return undefined;
  const readings = means.books.flatMap((book) => [
    ...titleBehind(words, at, { ...means, book }),
    ...titleBefore(words, at, { ...means, book }),
  ]);
  const last = Math.max(...readings.map((reading) => reading.last));
  const longest = readings.filter((reading) => reading.last === last);
  if (longest.length === 0 || isOfVote(words, last + 1, means)) return undefined;
  return { last, offices: [...new Set(longest.flatMap(({ offices }) => offices))] };
}

type InBook = Means & { readonly book: NameBook };

function titleBehind(words: readonly Word[], at: number, means: InBook): readonly OfficeReading[] {
  return means.namesAt(means.book, at).flatMap((body) => {
    const titles = longestTitles(words, body.last + 1, means.book);
    return titles.flatMap((title) => readingOf(title, body.value.actor, title.last, means));
  });
}

/** Without "of" between them a country is its adjective or, in other scripts, a genitive: in "visit president Iran" it is neither. */
function titleBefore(words: readonly Word[], at: number, means: InBook): readonly OfficeReading[] {
  return longestTitles(words, at, means.book).flatMap((title) => {
    let next = title.last + 1;
    while (CONNECTORS.has(words[next]?.folded ?? '')) next += 1;
    const isJoined = next > title.last + 1 || !/\p{Script=Latin}/u.test(words[next]?.text ?? '');
    const bodies = means.namesAt(means.book, next).filter(({ value }) => isJoined || value.by === 'demonym');
    return bodies.flatMap((body) => readingOf(title, body.value.actor, body.last, means));
  });
}

function longestTitles(words: readonly Word[], at: number, book: NameBook): readonly PhraseHit<TitleEntry>[] {
  const hits = at < words.length ? book.titles(words, at) : [];
  const last = Math.max(...hits.map((hit) => hit.last));
  return hits.filter((hit) => hit.last === last);
}

function readingOf(
  { value }: PhraseHit<TitleEntry>,
  of: ActorId,
  last: number,
  { lexicon }: InBook,
): readonly OfficeReading[] {
  if (value.kind !== 'role' || !lexicon.holdings.has(officeKey(value.role, of))) return [];
  return [{ last, offices: [officeId({ role: value.role, of })] }];
}

function isOfVote(words: readonly Word[], at: number, { books, lexicon }: Means): boolean {
  if (at >= words.length) return false;
  return books.some(
    (book) =>
      book.words(words, at).some(({ value }) => OF_VOTES.has(value)) ||
      book.events(words, at).some(({ value }) => isVote(lexicon.events.get(value.event)?.plover)),
  );
}

const isVote = (plover: string | undefined): boolean => plover?.endsWith(':election') ?? false;
