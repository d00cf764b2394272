import type { Cue } from './find-cues.ts';
import type { Token } from './sentence-tokens.ts';
import type { Phrase } from './speaker-phrase.ts';

/**
 * Who says it, as token places of one sentence.
 * Leading: "X said that …". Trailing: "…, X said" and "…, said X". Aside: "As X said, …", "According to X, …".
 */
export type FrameDraft = {
  readonly kind: 'leading' | 'trailing' | 'aside';
  readonly cue: Cue;
  readonly source: Phrase;
  /** Where everything of the frame begins, its comma included, and the first token behind it. */
  readonly edge: number;
  readonly end: number;
  /** Taken over from the frame before: "… and added that". */
  readonly isInherited: boolean;
  /** Words between leave a doubt whether the speaker is the one named. */
  readonly isUncertain?: boolean;
  /** Who hands the words on, where somebody does: "the Courier quoted X as saying". */
  readonly quoter?: Phrase;
};

/** Steps left over the marks that part a frame from what is said. */
export function edgeOf(tokens: readonly Token[], from: number): number {
  let edge = from;
  while (/^[,—–-]$/u.test(tokens[edge - 1]?.lower ?? '')) edge -= 1;
  return edge;
}
