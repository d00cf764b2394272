import { foldWord } from '#language/fold-word.ts';

/** What a person may take for another character, by how it looks; both sides of a comparison are written so. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  α: 'a',
  '@': 'a',
  в: 'b',
  β: 'b',
  с: 'c',
  е: 'e',
  ё: 'e',
  ε: 'e',
  '3': 'e',
  н: 'h',
  і: 'l',
  ι: 'l',
  i: 'l',
  '1': 'l',
  '|': 'l',
  ј: 'j',
  к: 'k',
  κ: 'k',
  м: 'm',
  о: 'o',
  ο: 'o',
  '0': 'o',
  р: 'p',
  ρ: 'p',
  ѕ: 's',
  '5': 's',
  $: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ν: 'v',
  х: 'x',
  χ: 'x',
  у: 'y',
};

/** As they look: an i as an l. */
const ARTICLES = new Set(['the', 'le', 'la', 'les', 'el', 'der', 'dle', 'das', 'll']);

/** In a shorter name one letter makes another name. */
const LEAST_LETTERS_TO_MISTAKE = 5;

/** Gives a feed that people add a name that nobody takes for an outlet of everyone. */
export type DistinctName = (feed: { readonly name: string; readonly url: string }) => string;

/**
 * Names that hold one of these, are one but for an article, or look like one (a letter of another alphabet, one
 * letter more, less or other) get their feed's host behind them: “The Palace (blog.example)”. Others stay as they are.
 */
export function distinctNames(everyones: Iterable<{ readonly name: string }>): DistinctName {
  const names = [...everyones].map(({ name }) => lookOf(name)).filter((look) => look.length > 0);
  const whole = new Set(names.map((look) => look.join('')));
  const alike = new Set(names.flatMap((look) => mistakable(withoutArticle(look).join(''))));
  return ({ name, url }) => {
    const hostname = URL.parse(url)?.hostname ?? '…';
    const host = hostname.replace(/^www\./, '');
    if (name === hostname || name.endsWith(`(${host})`)) return name;
    const look = lookOf(name);
    const isTaken =
      runsOf(look).some((run) => whole.has(run)) ||
      mistakable(withoutArticle(look).join('')).some((one) => alike.has(one));
    return isTaken ? `${name} (${host})` : name;
  };
}

/** The words of a name, as they look. */
function lookOf(name: string): readonly string[] {
  const words = name
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}@$|]+/u);
  return words.map(lookOfWord).filter((word) => word !== '');
}

const lookOfWord = (word: string): string =>
  inLatin(foldWord(inLatin(word.normalize('NFKD')))).replaceAll('rn', 'm');

const inLatin = (word: string): string => word.replaceAll(/./gsu, (letter) => LOOK_ALIKES[letter] ?? letter);

const withoutArticle = (look: readonly string[]): readonly string[] =>
  look.length > 1 && ARTICLES.has(look[0] ?? '') ? look.slice(1) : look;

/** What is left of a name with each letter left out, and the name: two names one letter apart have one in common. */
function mistakable(look: string): readonly string[] {
  if (look.length < LEAST_LETTERS_TO_MISTAKE) return look === '' ? [] : [look];
  return [look, ...Array.from(look, (_, index) => look.slice(0, index) + look.slice(index + 1))];
}

/** Each row of neighbouring words, written as one. */
const runsOf = (look: readonly string[]): readonly string[] =>
  look.flatMap((_, from) => look.slice(from).map((__, count) => look.slice(from, from + count + 1).join('')));
