import type { Phrase } from '#card/phrase.ts';

/** What must not be missed when a story moves on; said once each, by a pointer. `key` is the same for the same change. */
export type Change = {
  readonly key: string;
  readonly kind: 'side-spoke' | 'confirmed' | 'denied' | 'corrected' | 'withdrawn';
  /** One line, to stand in a reply to the card. */
  readonly line: Phrase;
};
