import type { HeadWord } from '#story/head-of.ts';

/** Every noun has a capital there. */
const CAPITAL_SAYS_NOTHING = new Set(['de', 'lb']);

/** Short words stay small in a headline that gives every word a capital. */
const SHORT_LETTERS = 3;
const CAPITALS_OF_A_HEADLINE = 0.7;

/**
 * The folded words that are written like names: with a capital inside a sentence. A headline that gives (nearly) every
 * word a capital, as many newsrooms do, says nothing about it.
 */
export function nameLikeWords(words: readonly HeadWord[], language: string | undefined): ReadonlySet<string> {
  if (language !== undefined && CAPITAL_SAYS_NOTHING.has(language)) return new Set();
  const isTold = !hasCapitalsThroughout(words.filter(({ place }) => place === 'title'));
  const names = words.filter(
    ({ place, word, written }) =>
      (place !== 'title' || isTold) && word > 0 && startsWithCapital(written.text),
  );
  return new Set(names.map(({ written }) => written.folded));
}

const startsWithCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

function hasCapitalsThroughout(title: readonly HeadWord[]): boolean {
  const long = title.filter(
    ({ written }) => /^\p{L}/u.test(written.text) && written.text.length > SHORT_LETTERS,
  );
  const capitals = long.filter(({ written }) => startsWithCapital(written.text));
  return capitals.length > long.length * CAPITALS_OF_A_HEADLINE;
}
