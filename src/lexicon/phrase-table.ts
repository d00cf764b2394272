import type { Word } from '#language/analysis.ts';
import { memoise } from '#language/memoise.ts';
import { foldedWordsOf } from '#language/split-words.ts';

/** The forms under which a folded word is looked up. */
export type KeysOf = (folded: string) => readonly string[];

type Token =
  | { readonly kind: 'key'; readonly key: string }
  /** Any word that begins so: written with `*` at its end. */
  | { readonly kind: 'start'; readonly start: string }
  /** Up to four words: written `…`. */
  | { readonly kind: 'gap' };

type Phrase<Value> = { readonly tokens: readonly Token[]; readonly value: Value };

/** Phrases kept by their first word. */
type Layer<Value> = {
  /** Here the first word is the key, and the tokens are those behind it. */
  readonly byKey: ReadonlyMap<string, readonly Phrase<Value>[]>;
  readonly byStart: ReadonlyMap<string, readonly Phrase<Value>[]>;
};

/** Many phrases, so kept that a text is searched for all of them in one pass. Tables may share layers. */
export type PhraseTable<Value> = readonly Layer<Value>[];

/** A phrase found: its value, and the index of its last word. */
export type PhraseHit<Value> = { readonly value: Value; readonly last: number };

const LONGEST_GAP = 4;
/** Phrases that begin with an open word are kept by as many letters. */
const START_LETTERS = 2;
/** Most phrases have one word, and most words begin no phrase: nothing is made for these. */
const NONE: readonly never[] = [];

/**
 * Builds a table upon what it shares with others; `keyOf` gives the form under which a folded word is kept. A phrase
 * without words is left out.
 */
export function buildPhraseTable<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
  keyOf: (folded: string) => string,
  shared: PhraseTable<Value> = NONE,
): PhraseTable<Value> {
  const byKey = new Map<string, Phrase<Value>[]>();
  const byStart = new Map<string, Phrase<Value>[]>();
  const keyToken = memoise((key): Token => ({ kind: 'key', key }), Number.POSITIVE_INFINITY);
  for (const [phrase, value] of entries) {
    const tokens = tokensOf(phrase, (folded) => keyToken(keyOf(folded)));
    const [first, ...rest] = tokens;
    if (first?.kind === 'key') keep(byKey, first.key, { tokens: rest.length > 0 ? rest : NONE, value });
    if (first?.kind === 'start') keep(byStart, first.start.slice(0, START_LETTERS), { tokens, value });
  }
  return [...shared, { byKey, byStart }];
}

const OPENS_NOTHING: Openings<never> = { all: NONE, byNext: new Map(), others: NONE };

/** Finds the phrases of a table that begin at the word `at`; those of shared layers come first. */
export type PhraseFinder<Value> = (words: readonly Word[], at: number) => readonly PhraseHit<Value>[];

/** A phrase that may begin with a word, and how many of its tokens that word has met. */
type Opening<Value> = { readonly phrase: Phrase<Value>; readonly met: number };

/** What a word opens, so kept that the word behind it leads to the few that go on. */
type Openings<Value> = {
  readonly all: readonly Opening<Value>[];
  /** Places in `all` of those that go on with a word of this form. */
  readonly byNext: ReadonlyMap<string, readonly number[]>;
  /** Places of those that need no further word, or go on with an open word or a gap. */
  readonly others: readonly number[];
};

/** So many words are remembered with the phrases that they open; most open none. */
const WORDS_KEPT = 5_000;

/** What one word opens in each of some tables, by the place of the table; absent until it is asked for. */
type Opened = (Openings<unknown> | undefined)[];

/** Remembers what words open in tables that are searched one after the other with the words of a sentence. */
export type OpenedWords = {
  readonly addTable: () => number;
  readonly openedBy: (words: readonly Word[], at: number) => Opened | undefined;
};

/** Looks each word of a sentence up once, however many tables are searched: that is most of what finding costs. */
export function rememberOpened(): OpenedWords {
  const opened = memoise((): Opened => [], WORDS_KEPT);
  let tables = 0;
  let sentence: readonly Word[] = NONE;
  let inSentence: (Opened | undefined)[] = [];
  return {
    addTable: () => tables++,
    openedBy: (words, at) => {
      if (words !== sentence) [sentence, inSentence] = [words, []];
      const word = words[at];
      if (word === undefined) return undefined;
      inSentence[at] ??= opened(word.folded);
      return inSentence[at];
    },
  };
}

/**
 * Makes a table ready to be searched by words whose forms `keysOf` gives. Which phrases a word may open is worked out
 * once for each folded word, and remembered with what it opens in the other tables of `remembered`.
 */
export function openPhraseTable<Value>(
  table: PhraseTable<Value>,
  keysOf: KeysOf,
  remembered: OpenedWords = rememberOpened(),
): PhraseFinder<Value> {
  const place = remembered.addTable();
  const openingsAt = (words: readonly Word[], at: number): Openings<Value> | undefined => {
    const opened = remembered.openedBy(words, at);
    if (opened === undefined) return undefined;
    // What stands there only this table has put there.
    const known = opened[place] as Openings<Value> | undefined;
    if (known !== undefined) return known;
    const found = sorted(openings(table, words[at]?.folded ?? '', keysOf));
    opened[place] = found;
    return found;
  };
  return (words, at) => {
    const opened = openingsAt(words, at);
    if (opened === undefined || opened.all.length === 0) return NONE;
    let hits: PhraseHit<Value>[] | undefined;
    for (const next of placesToTry(opened, words[at + 1], keysOf)) {
      const opening = opened.all[next];
      if (opening === undefined) continue;
      const { tokens } = opening.phrase;
      // One that goes on with a word of its own is only tried where that word is the next.
      const met = tokens[opening.met]?.kind === 'key' ? 1 : 0;
      const last = lastWordOf(tokens, opening.met + met, words, at + 1 + met, keysOf);
      if (last === undefined) continue;
      hits ??= [];
      hits.push({ value: opening.phrase.value, last });
    }
    return hits ?? NONE;
  };
}

function sorted<Value>(all: readonly Opening<Value>[]): Openings<Value> {
  if (all.length === 0) return OPENS_NOTHING;
  const byNext = new Map<string, number[]>();
  const others: number[] = [];
  for (const [place, { phrase, met }] of all.entries()) {
    const next = phrase.tokens[met];
    if (next?.kind === 'key') byNext.getOrInsertComputed(next.key, () => []).push(place);
    else others.push(place);
  }
  return { all, byNext, others };
}

/** In the order of the table: of two phrases that end at one word the first counts. */
function placesToTry<Value>(
  { byNext, others }: Openings<Value>,
  next: Word | undefined,
  keysOf: KeysOf,
): readonly number[] {
  if (next === undefined || byNext.size === 0) return others;
  let going: readonly number[] = NONE;
  for (const key of keysOf(next.folded)) {
    const there = byNext.get(key);
    if (there) going = going.length === 0 ? there : [...going, ...there];
  }
  if (going.length === 0) return others;
  if (going.length === 1 && others.length === 0) return going;
  return [...others, ...going].sort((one, other) => one - other);
}

function openings<Value>(
  table: PhraseTable<Value>,
  folded: string,
  keysOf: KeysOf,
): readonly Opening<Value>[] {
  const found: Opening<Value>[] = [];
  for (const { byKey, byStart } of table) {
    // A word that is a name as it stands is no other name in the plural: Hamas is not many of Hama.
    const [exact, ...others] = keysOf(folded);
    const whole = (exact !== undefined && byKey.get(exact)) || NONE;
    const isName = exact === folded && whole.some(({ tokens }) => tokens.length === 0);
    const inflected = others.flatMap((key) => byKey.get(key) ?? NONE);
    const allowed = isName ? inflected.filter(({ tokens }) => tokens.length > 0) : inflected;
    for (const phrase of [...whole, ...allowed]) found.push({ phrase, met: 0 });
    for (const phrase of byStart.get(folded.slice(0, START_LETTERS)) ?? NONE) {
      const [first] = phrase.tokens;
      if (first && isMet(first, folded, keysOf)) found.push({ phrase, met: 1 });
    }
  }
  return found.length > 0 ? found : NONE;
}

function tokensOf(phrase: string, keyToken: (folded: string) => Token): readonly Token[] {
  const tokens: Token[] = [];
  for (const chunk of phrase.replace(/…|\.\.\./g, ' … ').split(/\s+/)) {
    if (chunk === '…') {
      if (tokens.length > 0) tokens.push({ kind: 'gap' });
    } else if (chunk.endsWith('*')) {
      tokens.push(...openEnded(chunk.slice(0, -1), keyToken));
    } else {
      tokens.push(...foldedWordsOf(chunk).map(keyToken));
    }
  }
  return tokens.at(-1)?.kind === 'gap' ? tokens.slice(0, -1) : tokens;
}

/** Only the last word of a hyphenated or elided chunk is open. */
function openEnded(chunk: string, keyToken: (folded: string) => Token): Token[] {
  const words = foldedWordsOf(chunk);
  return words.map((folded, index): Token => {
    const isLast = index === words.length - 1;
    return isLast ? { kind: 'start', start: folded } : keyToken(folded);
  });
}

function keep<Value>(map: Map<string, Phrase<Value>[]>, key: string, phrase: Phrase<Value>): void {
  const kept = map.get(key);
  if (kept) kept.push(phrase);
  else map.set(key, [phrase]);
}

/** The index of the last word when the tokens from `token` on stand at `at`. */
function lastWordOf(
  tokens: readonly Token[],
  token: number,
  words: readonly Word[],
  at: number,
  keysOf: KeysOf,
): number | undefined {
  const wanted = tokens[token];
  if (!wanted) return at - 1;
  if (wanted.kind === 'gap') {
    for (let skipped = 0; skipped <= LONGEST_GAP; skipped += 1) {
      const last = lastWordOf(tokens, token + 1, words, at + skipped, keysOf);
      if (last !== undefined) return last;
    }
    return undefined;
  }
  const word = words[at];
  if (!word || !isMet(wanted, word.folded, keysOf)) return undefined;
  return lastWordOf(tokens, token + 1, words, at + 1, keysOf);
}

function isMet(token: Token, folded: string, keysOf: KeysOf): boolean {
  switch (token.kind) {
    case 'key':
      return keysOf(folded).includes(token.key);
    case 'start':
      return folded.startsWith(token.start);
    case 'gap':
      return false;
  }
}
