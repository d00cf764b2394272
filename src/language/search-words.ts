import type { Analysis } from './analysis.ts';

/** Words by which a text is found: rows of them, in each of which words can be looked for one after the other. */
export type SearchWords = readonly (readonly string[])[];

/** Words of a text beyond these are not found: 16,383 places is what PostgreSQL tells apart, and there are two rows. */
const MOST_WORDS = 8_000;

/** The words of a text in order, once as they compare when spelt alike, once as stems. */
export function searchWordsOf({ passages }: Analysis): SearchWords {
  const words = passages
    .flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.words))
    .slice(0, MOST_WORDS);
  return [words.map(({ folded }) => folded), words.map(({ stem }) => stem)];
}
