import type { Word } from '#language/analysis.ts';
import { foldWord } from '#language/fold-word.ts';
import { memoise } from '#language/memoise.ts';
import { soundOf } from '#language/sound-of.ts';
import { stemOf } from '#language/stem-of.ts';
import type { NameBook } from '#lexicon/phrasebook.ts';
import type { Part } from '#topic/topic.ts';

/** A plain word, or an exact phrase. */
export type WordsPart = Extract<Part, { readonly kind: 'words' }>;

/** So many letters a name must keep when its case ending falls: fewer are another word. */
const SHORTEST_NAME = 5;
const CAPITAL = /^\p{Lu}/u;
const LATIN = /^\p{Script=Latin}/u;

const CAPITALISED = /^\p{Lu}\p{Ll}/u;
/** Case tells nothing in a query: who writes “ap” may mean AP. */
const INITIALS = /^\p{L}{2,5}$/u;

/** Of each language. */
const WORDS_KEPT = 5_000;

/**
 * Under which keys a word of a text may meet a plain word of a topic: as spelt; stemmed, in its own language and as
 * English or Russian, since a query does not tell its language; and where it is written like a name, without its case
 * ending, and by its sound for topics in another script.
 */
export function wordKeysOf(word: Word, book: NameBook): readonly string[] {
  const keys = keysFor(book)(word.text);
  return keys.includes(word.stem) ? keys : [...keys, word.stem];
}

const keysByBook = new WeakMap<NameBook, (text: string) => readonly string[]>();

function keysFor(book: NameBook): (text: string) => readonly string[] {
  let keysOf = keysByBook.get(book);
  if (!keysOf) {
    keysOf = memoise((text) => [...keysOfText(text, book)], WORDS_KEPT);
    keysByBook.set(book, keysOf);
  }
  return keysOf;
}

function keysOfText(text: string, { nameKeysOf }: NameBook): ReadonlySet<string> {
  const folded = foldWord(text);
  const keys = new Set([folded, stemOf(folded, undefined)]);
  if (!CAPITAL.test(text) || folded.length < SHORTEST_NAME) return keys;
  for (const name of nameKeysOf(folded)) {
    if (name.length < SHORTEST_NAME) continue;
    keys.add(name);
    const sound = soundOf(name);
    if (sound) keys.add(soundKey(sound, LATIN.test(name)));
  }
  return keys;
}

/** The keys of which any is met where a plain word of a topic is. */
export function keysOfWord({ stems, sound, written }: WordsPart): readonly string[] {
  const sounds = sound === undefined ? [] : [soundKey(sound, !LATIN.test(written))];
  return [...stems, ...sounds, ...stems.filter((stem) => INITIALS.test(stem)).map(initialsKey)];
}

/** A name of several words written out, by the key under which its acronym is looked for: "Associated Press" as AP. */
export type SpelledOut = { readonly key: string; readonly first: number; readonly last: number };

/** The runs of capitalised words in a sentence, each as a whole; an acronym has two to five letters. */
export function spelledOutIn(words: readonly Word[]): readonly SpelledOut[] {
  const runs: SpelledOut[] = [];
  let first = 0;
  while (first < words.length) {
    let end = first;
    while (CAPITALISED.test(words[end]?.text ?? '')) end += 1;
    const initials = words
      .slice(first, end)
      .map(({ folded }) => folded.charAt(0))
      .join('');
    if (INITIALS.test(initials)) runs.push({ key: initialsKey(initials), first, last: end - 1 });
    first = Math.max(end, first + 1);
  }
  return runs;
}

const initialsKey = (letters: string): string => `initials ${letters}`;

/** A sound is compared between scripts only: within one, names are spelt. */
const soundKey = (sound: string, isWrittenInLatin: boolean): string =>
  `${isWrittenInLatin ? 'latin' : 'other'} sound ${sound}`;
