import type { Sentence, Word } from '#language/analysis.ts';
import { foldWord } from '#language/fold-word.ts';
import type { Grammar } from './find-cues.ts';

/** A colon or a dash parts a label from what it tells; a hyphen inside a word parts nothing. */
const LABEL_MARK = /[:—–]|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/u;
/** What a word holds together, its parts tell apart. */
const JOINT = /['’ʼ\u200c\u200d]/;

/**
 * Whether a sentence without quotations could tell what somebody said: a label's mark or the longest word of some form
 * of saying stands in it. Most sentences have neither, and to know that costs a fraction of lining one up and reading its frames.
 */
export const mayTell = (text: string, { start, end, words }: Sentence, grammar: Grammar): boolean =>
  words.some((word) => mayBeOfSaying(word, grammar)) || LABEL_MARK.test(text.slice(start, end));

function mayBeOfSaying({ text, folded }: Word, { telling }: Grammar): boolean {
  if (telling.has(folded)) return true;
  return JOINT.test(text) && text.split(JOINT).some((part) => telling.has(foldWord(part)));
}
