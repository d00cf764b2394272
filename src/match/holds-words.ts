import { splitWords } from '#language/split-words.ts';

/** Whether a text holds these words in this order, whatever their case and accents. */
export function holdsWords(text: string, wanted: string): boolean {
  const folded = splitWords(text, undefined).map((word) => word.folded);
  const row = splitWords(wanted, undefined).map((word) => word.folded);
  return row.length > 0 && folded.some((_, at) => row.every((word, index) => folded[at + index] === word));
}
