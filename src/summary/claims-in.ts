import type { Passage, Sentence } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Claim } from './summarizer.ts';

/** A sentence of which so much is somebody's words does not say whose they are. */
const BARE_SHARE = 0.9;

/** What a sentence gives to others to say. */
export type ClaimsInSentence = {
  /** For whom it has somebody speak. */
  readonly sides: readonly ActorId[];
  /** For whom it has somebody deny something. */
  readonly denials: readonly ActorId[];
  /** It is somebody's words and does not say whose. */
  readonly isBare: boolean;
};

const NO_CLAIMS: ClaimsInSentence = { sides: [], denials: [], isBare: false };

/** Finds what a sentence gives to others to say. */
export function claimsIn(
  sentence: Sentence,
  { place }: Passage,
  claims: readonly Claim[] = [],
): ClaimsInSentence {
  const here = claims.filter(
    (claim) =>
      claim.place === place &&
      claim.spans.some(({ start, end }) => start < sentence.end && end > sentence.start),
  );
  if (here.length === 0) return NO_CLAIMS;
  const spans = here.flatMap((claim) => claim.spans);
  const said = sentence.words.filter((word) =>
    spans.some(({ start, end }) => start <= word.start && word.end <= end),
  );
  return {
    sides: here.flatMap((claim) => claim.sides),
    denials: here.flatMap(({ denies, sides }) => (denies ? sides : [])),
    isBare: said.length > 0 && said.length >= BARE_SHARE * sentence.words.length,
  };
}
