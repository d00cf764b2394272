import type { Passage, Sentence } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Claim } from './summarizer.ts';

/** A sentence of which so much is somebody's words does not say whose they are. */
const BARE_SHARE = 0.9;

/** For whom a sentence has somebody speak, and whether it is nothing but words of theirs. */
export type ClaimsInSentence = { readonly sides: readonly ActorId[]; readonly isBare: boolean };

const NO_CLAIMS: ClaimsInSentence = { sides: [], isBare: false };

/** What a sentence gives to others to say. */
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
    isBare: said.length > 0 && said.length >= BARE_SHARE * sentence.words.length,
  };
}
