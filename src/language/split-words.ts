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
/** The same for a text of nothing but Latin letters of western Europe, digits and usual marks: most texts, and faster. */
const BEYOND_WESTERN = /[^\s!-~\u00a0-\u00ff\u0152\u0153\u2010-\u2026\u2039\u203a\u20ac]/;
const WESTERN_WORD =
  /(?:[A-ZÀ-ÖØ-ÞŒ]\.){2,}|[0-9A-Za-zªµºÀ-ÖØ-öø-ÿŒœ²³¹¼½¾]+(?:['’][0-9A-Za-zªµºÀ-ÖØ-öø-ÿŒœ²³¹¼½¾]+)*/g;
/** French and Italian words that lose their vowel before another: the word behind is a word of its own. */
const ELISION =
  /^(?:[ldcsjmnt]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|dall|sull|coll|un|quest|quell|gl)['’ʼ](?=\p{L}{2})/iu;
const HAS_APOSTROPHE = /['’ʼ]/;
/** Turkish and Azerbaijani write case endings of names behind an apostrophe. */
const SUFFIXING = new Set(['tr', 'az']);

/** For each language. */
const FORMS_KEPT = 10_000;

type Forms = Pick<Word, 'folded' | 'stem'>;

const formsByLanguage = new Map<string | undefined, (text: string) => Forms>();

/** The words of a stretch of text, in order; offsets count from `offset`. Hyphens part words, as in `Franco-Russian`. */
export function splitWords(text: string, language: string | undefined, offset = 0): Word[] {
  const formsOf = formsIn(language);
  const words: Word[] = [];
  const pattern = patternFor(text);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const token = match[0];
    const start = offset + match.index;
    const elided = elidedLength(token);
    if (elided === 0) {
      words.push(wordAt(token, start, formsOf));
      continue;
    }
    words.push(wordAt(token.slice(0, elided - 1), start, formsOf));
    words.push(wordAt(token.slice(elided), start + elided, formsOf));
  }
  return words;
}

/** Whether a stretch of text has at least so many words: they are counted no further. */
export function hasWords(text: string, least: number): boolean {
  const pattern = patternFor(text);
  let count = 0;
  for (let match = pattern.exec(text); match && count < least; match = pattern.exec(text))
    count += elidedLength(match[0]) === 0 ? 1 : 2;
  return count >= least;
}

/** The same words in their folded form alone, for phrases that are read once and not remembered. */
export function foldedWordsOf(phrase: string): readonly string[] {
  const tokens = phrase.match(WORD) ?? [];
  return tokens
    .flatMap((token) => {
      const elided = elidedLength(token);
      return elided === 0 ? [token] : [token.slice(0, elided - 1), token.slice(elided)];
    })
    .map(foldWord);
}

/** What finds the words of a text, from its start. */
function patternFor(text: string): RegExp {
  const pattern = BEYOND_WESTERN.test(text) ? WORD : WESTERN_WORD;
  pattern.lastIndex = 0;
  return pattern;
}

/** How long the elided word at the start of a token is, with its apostrophe. */
function elidedLength(token: string): number {
  return HAS_APOSTROPHE.test(token) ? (ELISION.exec(token)?.[0].length ?? 0) : 0;
}

function wordAt(text: string, start: number, formsOf: (text: string) => Forms): Word {
  const { folded, stem } = formsOf(text);
  return { start, end: start + text.length, text, folded, stem };
}

/** Both forms of a word are remembered at once: looking them up is most of what reading a text costs. */
function formsIn(language: string | undefined): (text: string) => Forms {
  return formsByLanguage.getOrInsertComputed(language, () =>
    memoise((text) => formsOfWord(text, language), FORMS_KEPT),
  );
}

function formsOfWord(text: string, language: string | undefined): Forms {
  const isSuffixed = language !== undefined && SUFFIXING.has(language);
  const folded = foldWord(isSuffixed ? text.replace(/(?<=\p{L}{2})['’ʼ].*$/u, '') : text);
  return { folded, stem: stemOf(folded, language) };
}
