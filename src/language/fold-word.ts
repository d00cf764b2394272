import { memoise } from './memoise.ts';

/** Letters that no Unicode decomposition takes apart, as they are written where they cannot be typed. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
};
const FOLDED_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const POSSESSIVE = /['’ʼ]s$/u;
const JOINTS = /['’ʼ.\u0640-]|\p{Join_Control}/gu;

/**
 * The form in which words are compared: lower case, accents and joints off, one letter for variants of one letter.
 * An English possessive falls away: `Putin’s` and `putin` are one word, so are `Élysée` and `ELYSEE`.
 */
export const foldWord: (word: string) => string = memoise(fold, 50_000);

function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  const joined = lower.replace(POSSESSIVE, '').replace(JOINTS, '');
  return withoutMarks(joined).replace(FOLDED_LETTERS, (letter) => LETTERS[letter] ?? letter);
}

/** Cyrillic, kana and Hangul keep their marks: й and ї are letters there, not и and і with an accent. */
function withoutMarks(word: string): string {
  const composed = word.normalize('NFKC');
  if (/[\p{Script=Cyrillic}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(composed)) {
    return composed.replace(/[\u0300\u0301]/gu, '');
  }
  return composed.normalize('NFKD').replace(/\p{M}/gu, '');
}
