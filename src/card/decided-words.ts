import type { DecidedWords } from '#card/card-words.ts';
import type { Composing } from '#card/composing.ts';
import { quotedWords } from '#card/quote-of.ts';
import { nameOfOutlet } from '#card/source-name.ts';
import type { Correction } from '#story/story.ts';

/** A correction that somebody decided. */
export type DecidedCorrection = Extract<Correction, { readonly taken: unknown }>;

/** What such a correction is told by. */
export function decidedWords(
  { taken, side, by, movedTo }: DecidedCorrection,
  composing: Composing,
): Omit<DecidedWords, 'more'> {
  return {
    words: quotedWords(taken, composing),
    outlet: nameOfOutlet(taken.outlet, composing),
    side: composing.nameOf(side),
    by,
    movedTo,
  };
}
