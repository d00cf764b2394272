import type { Word } from '#language/analysis.ts';
import { memoise } from '#language/memoise.ts';
import { foldedWordsOf } from '#language/split-words.ts';

/** The forms under which a word is looked up. */
export type KeysOf = (word: Word) => readonly string[];

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

/** All phrases that begin at the word `at`; those of shared layers come first. */
export function phrasesAt<Value>(
  table: PhraseTable<Value>,
  words: readonly Word[],
  at: number,
  keysOf: KeysOf,
): readonly PhraseHit<Value>[] {
  const word = words[at];
  if (!word) return NONE;
  const keys = keysOf(word);
  let hits: PhraseHit<Value>[] | undefined;
  const tryAll = (phrases: readonly Phrase<Value>[] | undefined, from: number): void => {
    if (!phrases) return;
    for (const { tokens, value } of phrases) {
      const last = lastWordOf(tokens, 0, words, from, keysOf);
      if (last !== undefined) (hits ??= []).push({ value, last });
    }
  };
  for (const { byKey, byStart } of table) {
    for (const key of keys) tryAll(byKey.get(key), at + 1);
    if (byStart.size > 0) tryAll(byStart.get(word.folded.slice(0, START_LETTERS)), at);
  }
  return hits ?? NONE;
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
  if (!word || !isMet(wanted, word, keysOf)) return undefined;
  return lastWordOf(tokens, token + 1, words, at + 1, keysOf);
}

function isMet(token: Exclude<Token, { kind: 'gap' }>, word: Word, keysOf: KeysOf): boolean {
  return token.kind === 'key' ? keysOf(word).includes(token.key) : word.folded.startsWith(token.start);
}
