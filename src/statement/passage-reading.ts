import type { Passage } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import type { Token } from './sentence-tokens.ts';
import type { SpeakerMeans } from './speaker-of.ts';
import type { Attribution } from './statement.ts';

/** One passage with what of the lexicon stands in each of its sentences. */
export type PassageReading = {
  readonly passage: Passage;
  readonly mentionsIn: (sentence: number) => readonly ActorMention[];
};

/** What attributing needs beside the text. `ownSide`: whose own text it is. */
export type AttributionMeans = SpeakerMeans & { readonly language: string; readonly ownSide?: ActorId };

/** An attribution with the last sentence it reaches into. */
export type Located = { readonly attribution: Attribution; readonly last: number };

/** A sentence by its place in the passage, its tokens, and everything attributed before. */
export type SentencePlace = {
  readonly place: number;
  readonly tokens: readonly Token[];
  readonly earlier: readonly Located[];
};
