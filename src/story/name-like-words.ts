import type { Place, Word } from '#language/analysis.ts';

/** A word, in which passage it stands, and as which word of its sentence. */
type Standing = { readonly place: Place; readonly word: number; readonly written: Word };

/** Every noun has a capital there. */
const CAPITAL_SAYS_NOTHING = new Set(['de', 'lb']);

/**
 * The folded words that are written like names: with a capital inside a sentence. Headlines are left out, since many
 * newsrooms give every word of theirs a capital.
 */
export function nameLikeWords(words: readonly Standing[], language: string | undefined): ReadonlySet<string> {
  if (language !== undefined && CAPITAL_SAYS_NOTHING.has(language)) return new Set();
  const names = words.filter(
    ({ place, word, written }) => place !== 'title' && word > 0 && /^\p{Lu}/u.test(written.text),
  );
  return new Set(names.map(({ written }) => written.folded));
}
