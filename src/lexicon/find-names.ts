import type { Word } from '#language/analysis.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import type { NameEntry } from '#lexicon/name-tables.ts';
import type { Phrasebook } from '#lexicon/phrasebook.ts';
import type { SentenceAt } from '#lexicon/sentence-at.ts';

/** In a line of capitals these are more likely the common words they look like: US, WHO, UN. */
const SHORT_ACRONYM = 3;
/** A name of two letters is something else where it alone stands in capitals: a numeral, an abbreviation. */
const SHORT_IN_CAPITALS = /^\p{Lu}{2}$/u;

/** Names, adjectives and metonyms in a sentence. The longest wins; what two actors share names both. */
export function findNames(here: SentenceAt, book: Phrasebook): ActorMention[] {
  const { words } = here;
  const mentions: ActorMention[] = [];
  const isShouted = words.length > 1 && words.every(({ text }) => !/\p{Ll}/u.test(text));
  let first = 0;
  while (first < words.length) {
    const candidates = book.names(words, first);
    if (candidates.length === 0) {
      first += 1;
      continue;
    }
    const hits = candidates.filter(({ value, last }) =>
      isWrittenAsName(value, words.slice(first, last + 1), isShouted),
    );
    const last = Math.max(first - 1, ...hits.map((hit) => hit.last));
    const named = new Map(hits.filter((hit) => hit.last === last).map(({ value }) => [value.actor, value]));
    for (const { actor, by } of named.values()) mentions.push(mentionOf(here, { first, last, actor, by }));
    first = Math.max(first, last) + 1;
  }
  return mentions;
}

/** A mention of an actor in the words from `first` to `last` of a sentence. */
export function mentionOf(
  { passage, sentence, text, words }: SentenceAt,
  {
    first,
    last,
    actor,
    by,
  }: Pick<ActorMention, 'actor' | 'by'> & { readonly first: number; readonly last: number },
): ActorMention {
  const found = text.slice(words[first]?.start, words[last]?.end);
  return { passage, sentence, firstWord: first, lastWord: last, actor, by, found };
}

function isWrittenAsName(entry: NameEntry, words: readonly Word[], isShouted: boolean): boolean {
  if (entry.isAcronym) {
    const letters = words.map(({ folded }) => folded).join('').length;
    return words.every(({ text }) => isCapitals(text)) && !(isShouted && letters <= SHORT_ACRONYM);
  }
  if (!isShouted && words.every(({ text }) => SHORT_IN_CAPITALS.test(text))) return false;
  return !entry.isCapitalised || words.some(({ text }) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text));
}

const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text.replace(/['’ʼ]\p{Ll}+$/u, ''));
