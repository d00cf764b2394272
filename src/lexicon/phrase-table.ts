import type { Word } from '#language/analysis.ts';
import { foldWord } from '#language/fold-word.ts';
import { memoise } from '#language/memoise.ts';
import { splitWords } from '#language/split-words.ts';

/** The forms under which a word is looked up. */
export type KeysOf = (word: Word) => readonly string[];

type Token =
  | { readonly kind: 'key'; readonly key: string }
  /** Any word that begins so: written with `*` at its end. */
  | { readonly kind: 'start'; readonly start: string }
  /** Up to four words: written `…`. */
  | { readonly kind: 'gap' };

type Phrase<Value> = { readonly tokens: readonly Token[]; readonly value: Value };

/** Many phrases, kept by their first word, so that a text is searched for all of them in one pass. */
export type PhraseTable<Value> = {
  readonly byKey: ReadonlyMap<string, readonly Phrase<Value>[]>;
  readonly byStart: ReadonlyMap<string, readonly Phrase<Value>[]>;
};

/** A phrase found: its value, and the index of its last word. */
export type PhraseHit<Value> = { readonly value: Value; readonly last: number };

/** English names stand in the table of every language: they are taken apart once. */
const wordsOf = memoise((chunk: string) => splitWords(chunk, undefined), 50_000);

const LONGEST_GAP = 4;
/** Phrases that begin with an open word are kept by as many letters. */
const START_LETTERS = 2;

/** Builds a table; `keyOf` gives the form under which a word of a phrase is kept. A phrase without words is left out. */
export function buildPhraseTable<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
  keyOf: (word: Word) => string,
): PhraseTable<Value> {
  const byKey = new Map<string, Phrase<Value>[]>();
  const byStart = new Map<string, Phrase<Value>[]>();
  for (const [phrase, value] of entries) {
    const tokens = tokensOf(phrase, keyOf);
    const first = tokens[0];
    if (first?.kind === 'key') keep(byKey, first.key, { tokens, value });
    if (first?.kind === 'start') keep(byStart, first.start.slice(0, START_LETTERS), { tokens, value });
  }
  return { byKey, byStart };
}

/** All phrases that begin at the word `at`. */
export function phrasesAt<Value>(
  table: PhraseTable<Value>,
  words: readonly Word[],
  at: number,
  keysOf: KeysOf,
): PhraseHit<Value>[] {
  const word = words[at];
  if (!word) return [];
  const hits: PhraseHit<Value>[] = [];
  const tryAll = (phrases: readonly Phrase<Value>[] | undefined): void => {
    for (const { tokens, value } of phrases ?? []) {
      const last = lastWordOf(tokens, 0, words, at, keysOf);
      if (last !== undefined) hits.push({ value, last });
    }
  };
  for (const key of keysOf(word)) tryAll(table.byKey.get(key));
  if (table.byStart.size > 0) tryAll(table.byStart.get(word.folded.slice(0, START_LETTERS)));
  return hits;
}

function tokensOf(phrase: string, keyOf: (word: Word) => string): readonly Token[] {
  const tokens: Token[] = [];
  for (const chunk of phrase.replace(/…|\.\.\./g, ' … ').split(/\s+/)) {
    if (chunk === '…') {
      if (tokens.length > 0) tokens.push({ kind: 'gap' });
    } else if (chunk.endsWith('*')) {
      tokens.push(...openEnded(chunk.slice(0, -1), keyOf));
    } else {
      tokens.push(...wordsOf(chunk).map((word): Token => ({ kind: 'key', key: keyOf(word) })));
    }
  }
  return tokens.at(-1)?.kind === 'gap' ? tokens.slice(0, -1) : tokens;
}

/** Only the last word of a hyphenated or elided chunk is open. */
function openEnded(chunk: string, keyOf: (word: Word) => string): Token[] {
  const words = wordsOf(chunk);
  return words.map((word, index): Token => {
    const isLast = index === words.length - 1;
    return isLast ? { kind: 'start', start: foldWord(word.text) } : { kind: 'key', key: keyOf(word) };
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
