import type { Analysis, Place, Span } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';

/** Words that a text gives to somebody who speaks for these sides, none where nobody could place them. */
export type Claim = {
  readonly place: Place;
  readonly spans: readonly Span[];
  readonly sides: readonly ActorId[];
  readonly denies?: boolean;
};

/** A text to be told briefly. */
export type SummarySource<Key> = {
  readonly key: Key;
  readonly analysis: Analysis;
  readonly claims?: readonly Claim[];
};

/** One sentence of a summary: word for word from the text `key`, white space collapsed. */
export type SummarySentence<Key> = {
  readonly key: Key;
  readonly words: string;
  /** Where it stands in the passage it was taken from. */
  readonly place: Place;
  readonly start: number;
  readonly end: number;
};

/**
 * Chooses at most 3 sentences and 75 words from the sources, the first source being the lead. What is nothing but
 * somebody's words, without who says them, is told only where there is nothing else. A sentence that is understood only
 * behind the one before it stands there or not at all; what denies a claim that is told goes along.
 */
export interface Summarizer {
  summarize<Key>(sources: readonly SummarySource<Key>[]): readonly SummarySentence<Key>[];
}
