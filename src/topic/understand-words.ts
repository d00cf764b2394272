import type { Word } from '#language/analysis.ts';
import { soundOf } from '#language/sound-of.ts';
import { splitWords } from '#language/split-words.ts';
import { stemOf } from '#language/stem-of.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { NameEntry } from '#lexicon/name-tables.ts';
import type { PhraseHit } from '#lexicon/phrase-table.ts';
import type { NameBook } from '#lexicon/phrasebook.ts';
import type { QueryBook, QueryEntry } from '#lexicon/query-book.ts';
import { officeAt } from '#topic/office-at.ts';
import { STOP_WORDS } from '#topic/stop-words.ts';
import type { Part } from '#topic/topic.ts';

/** The parts that a run of bare words means, and the words among them that look like names and are not known. */
export type Understood = { readonly parts: readonly Part[]; readonly unknown: readonly string[] };

type Reading = { readonly part: Part; readonly last: number };

/**
 * Reads bare words of a query: the longest names first, then events, in any language of the lexicon, English first;
 * what remains are plain words. `hasCapitals` tells whether the writer uses capitals at all, so that case counts.
 */
export function understandWords(run: string, lexicon: Lexicon, hasCapitals: boolean): Understood {
  // Marks without a letter fold to nothing, and nothing would be found everywhere.
  const words = splitWords(run, undefined).filter(({ folded }) => folded !== '');
  const written = (first: number, last: number): string => run.slice(words[first]?.start, words[last]?.end);
  const books = lexicon.languages.map(lexicon.queryBookFor);
  const ownBooks = booksOfWords(words, books);
  const parts: Part[] = [];
  const unknown: string[] = [];
  let at = 0;
  while (at < words.length) {
    const means = { lexicon, books, ownBooks, written, hasCapitals };
    const read =
      officeIn(words, at, means) ??
      nameAt(words, at, means) ??
      eventAt(words, at, means) ??
      conceptAt(words, at, means);
    const word = words[at];
    if (read) parts.push(read.part);
    else if (word && !STOP_WORDS.has(word.folded)) {
      parts.push(plainWord(word, hasCapitals));
      if (/^\p{Lu}/u.test(word.text)) unknown.push(word.text);
    }
    at = (read?.last ?? at) + 1;
  }
  return { parts, unknown };
}

type Means = {
  readonly lexicon: Lexicon;
  readonly books: readonly QueryBook[];
  /** Those of the languages that the words seem to be in: only there is a common word looked up. */
  readonly ownBooks: readonly QueryBook[];
  readonly written: (first: number, last: number) => string;
  readonly hasCapitals: boolean;
};

/** Whoever holds an office on the day of the article: one part, since a former president is no president. */
function officeIn(
  words: readonly Word[],
  at: number,
  { lexicon, books, written, hasCapitals }: Means,
): Reading | undefined {
  const namesAt = (book: NameBook, first: number): readonly PhraseHit<NameEntry>[] =>
    namesMeantAt(words, first, book, hasCapitals);
  const found = officeAt(words, at, { lexicon, books, namesAt });
  if (!found) return undefined;
  return {
    last: found.last,
    part: { kind: 'actor', written: written(at, found.last), actors: found.offices },
  };
}

function nameAt(
  words: readonly Word[],
  at: number,
  { books, written, hasCapitals }: Means,
): Reading | undefined {
  const found = longest(books, (book) => namesMeantAt(words, at, book, hasCapitals));
  if (!found) return undefined;
  const actors = [...new Set(found.values.map(({ actor }) => actor))];
  return { last: found.last, part: { kind: 'actor', written: written(at, found.last), actors } };
}

const namesMeantAt = (
  words: readonly Word[],
  at: number,
  book: NameBook,
  hasCapitals: boolean,
): readonly PhraseHit<NameEntry>[] =>
  book
    .names(words, at)
    .filter(({ value, last }) => isMeantAsName(value, words.slice(at, last + 1), hasCapitals));

function eventAt(words: readonly Word[], at: number, { books, written }: Means): Reading | undefined {
  if (STOP_WORDS.has(words[at]?.folded ?? '')) return undefined;
  const found = longest(books, (book) => eventHits(words, at, book));
  if (!found) return undefined;
  const events = [...new Set(found.values.map(({ event }) => event))];
  return { last: found.last, part: { kind: 'event', written: written(at, found.last), events } };
}

/**
 * The books that know most of the words, one at least in another script; with the English one where the script is Latin.
 * Common words have false friends ("tour", "Brand", "most"): one known word more than in English does not tell a
 * language yet, unless a word is spelt as no English one is; two do.
 */
function booksOfWords(words: readonly Word[], books: readonly QueryBook[]): readonly QueryBook[] {
  const counts = new Map(books.map((book) => [book, countKnown(words, book)]));
  const english = books.filter(({ language }) => language === 'en');
  const isLatin = words.some(({ folded }) => /^\p{Script=Latin}/u.test(folded));
  const more = words.some((word) => isSpeltForeign(word, english)) ? 1 : 2;
  const least = isLatin ? Math.max(0, ...english.map((book) => counts.get(book) ?? 0)) + more : 1;
  const most = Math.max(least, ...counts.values());
  const own = books.filter((book) => counts.get(book) === most);
  return isLatin ? [...own, ...english] : own;
}

/** Whether a word has letters that English words have not; names such as "Erdoğan" are known in English too. */
const isSpeltForeign = (word: Word, english: readonly QueryBook[]): boolean =>
  /\P{ASCII}/u.test(word.text) && english.every((book) => countKnown([word], book) === 0);

function countKnown(words: readonly Word[], book: QueryBook): number {
  let known = 0;
  for (let at = 0; at < words.length; at += 1) {
    const hits = [...book.names(words, at), ...book.events(words, at), ...book.words(words, at)];
    if (hits.length === 0) continue;
    const last = Math.max(...hits.map((hit) => hit.last));
    known += last - at + 1;
    at = last;
  }
  return known;
}

/** A common word that the lexicon can translate. */
function conceptAt(words: readonly Word[], at: number, { ownBooks, written }: Means): Reading | undefined {
  if (STOP_WORDS.has(words[at]?.folded ?? '')) return undefined;
  const found = longest(ownBooks, (book) => book.words(words, at));
  const concept = found?.values[0];
  if (!found || concept === undefined) return undefined;
  const part = {
    kind: 'words',
    written: written(at, found.last),
    stems: [],
    isExact: false,
    concept,
  } as const;
  return { last: found.last, part };
}

/** A word that nobody knows: as it is spelt, and where it looks like a name, as it sounds. */
function plainWord({ text, folded }: Word, hasCapitals: boolean): Part {
  const sound = /^\p{Lu}/u.test(text) || !hasCapitals ? soundOf(folded) : undefined;
  return {
    kind: 'words',
    written: text,
    stems: [stemOf(folded, undefined)],
    isExact: false,
    ...(sound && { sound }),
  };
}

/**
 * Events that a query may mean by the words at `at`. A phrase of texts that holds a listed word of the same event
 * says more than the event: of "nuclear talks" only "talks" is it, and "nuclear" stays a word to be found.
 */
function eventHits(words: readonly Word[], at: number, book: QueryBook): readonly PhraseHit<QueryEntry>[] {
  const hits = book.events(words, at);
  return hits.filter(({ value, last }) => value.isListed || !holdsListed(words, at, last, { value, book }));
}

function holdsListed(
  words: readonly Word[],
  first: number,
  last: number,
  { value, book }: { readonly value: QueryEntry; readonly book: QueryBook },
): boolean {
  const span = words.slice(first, last + 1);
  return span.some((_, at) =>
    book.events(span, at).some((hit) => hit.value.isListed && hit.value.event === value.event),
  );
}

/** The longest hits; of equally long ones those of the first language, so that a false friend is not joined in. */
function longest<Value>(
  books: readonly QueryBook[],
  hitsIn: (book: QueryBook) => readonly PhraseHit<Value>[],
): { readonly last: number; readonly values: readonly Value[] } | undefined {
  let best: { readonly last: number; readonly values: readonly Value[] } | undefined;
  for (const book of books) {
    const hits = hitsIn(book);
    const last = Math.max(...hits.map((hit) => hit.last));
    if (hits.length > 0 && (!best || last > best.last)) {
      best = { last, values: hits.filter((hit) => hit.last === last).map(({ value }) => value) };
    }
  }
  return best;
}

function isMeantAsName(entry: NameEntry, words: readonly Word[], hasCapitals: boolean): boolean {
  if (!hasCapitals) return !words.every(({ folded }) => STOP_WORDS.has(folded));
  if (entry.isAcronym) return words.every(({ text }) => !/\p{Ll}/u.test(text));
  return !entry.isCapitalised || words.some(({ text }) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text));
}
