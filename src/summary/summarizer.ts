import type { Analysis } from '#language/analysis.ts';

/** A text to be told briefly. */
export type SummarySource<Key> = { readonly key: Key; readonly analysis: Analysis };

/** One sentence of a summary: word for word from the text `key`, white space collapsed. */
export type SummarySentence<Key> = {
  readonly key: Key;
  readonly words: string;
  /** Where it stands in the passage it was taken from. */
  readonly place: 'title' | 'summary' | 'text';
  readonly start: number;
  readonly end: number;
};

/** Chooses at most 3 sentences and 75 words from the sources, the first source being the lead. */
export interface Summarizer {
  summarize<Key>(sources: readonly SummarySource<Key>[]): readonly SummarySentence<Key>[];
}
