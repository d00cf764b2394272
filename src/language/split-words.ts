import type { Word } from './analysis.ts';
import { foldWord } from './fold-word.ts';
import { memoise } from './memoise.ts';
import { stemOf } from './stem-of.ts';

/**
 * What counts as one word: an abbreviation with points; one Han character, since Chinese and Japanese names are
 * found as characters in a row; a run of kana; else letters and digits with apostrophes and joiners inside.
 */
const WORD =
  /(?:\p{Lu}\.){2,}|\p{Script=Han}|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+(?:['’ʼ\u200c\u200d][[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+)*/gv;
/** French and Italian words that lose their vowel before another: the word behind is a word of its own. */
const ELISION =
  /^(?:[ldcsjmnt]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|dall|sull|coll|un|quest|quell|gl)['’ʼ](?=\p{L}{2})/iu;
/** Turkish and Azerbaijani write case endings of names behind an apostrophe. */
const SUFFIXING = new Set(['tr', 'az']);

type Forms = Pick<Word, 'folded' | 'stem'>;

const formsByLanguage = new Map<string | undefined, (text: string) => Forms>();

/** The words of a stretch of text, in order; offsets count from `offset`. Hyphens part words, as in `Franco-Russian`. */
export function splitWords(text: string, language: string | undefined, offset = 0): Word[] {
  const formsOf = formsIn(language);
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const token = match[0];
    const start = offset + match.index;
    const elided = /['’ʼ]/.test(token) ? ELISION.exec(token)?.[0].length : undefined;
    if (elided === undefined) {
      words.push(wordAt(token, start, formsOf));
      continue;
    }
    words.push(wordAt(token.slice(0, elided - 1), start, formsOf));
    words.push(wordAt(token.slice(elided), start + elided, formsOf));
  }
  return words;
}

function wordAt(text: string, start: number, formsOf: (text: string) => Forms): Word {
  const { folded, stem } = formsOf(text);
  return { start, end: start + text.length, text, folded, stem };
}

/** Both forms of a word are remembered at once: looking them up is most of what reading a text costs. */
function formsIn(language: string | undefined): (text: string) => Forms {
  return formsByLanguage.getOrInsertComputed(language, () =>
    memoise((text) => formsOfWord(text, language), 20_000),
  );
}

function formsOfWord(text: string, language: string | undefined): Forms {
  const isSuffixed = language !== undefined && SUFFIXING.has(language);
  const folded = foldWord(isSuffixed ? text.replace(/(?<=\p{L}{2})['’ʼ].*$/u, '') : text);
  return { folded, stem: stemOf(folded, language) };
}
