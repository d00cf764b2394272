import type { Sentence } from '#language/analysis.ts';

/** One sentence with its text and its place in the analysis. */
export type SentenceAt = {
  readonly passage: number;
  readonly sentence: number;
  /** The passage that the offsets of the words count in. */
  readonly text: string;
  readonly words: Sentence['words'];
  readonly end: number;
};
