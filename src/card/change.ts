import type { Phrase } from '#card/phrase.ts';

/** What must not be missed when a story moves on; said once each, by a pointer. `key` is the same for the same change. */
export type Change = {
  readonly key: string;
  readonly kind: 'side-spoke' | 'confirmed' | 'denied' | 'corrected' | 'withdrawn';
  /** One line, to stand in a reply to the card. */
  readonly line: Phrase;
};

/** Whether it says that something shown before does not hold: a denial, correction or withdrawal. */
export function takesBack({ kind }: Change): boolean {
  switch (kind) {
    case 'denied':
    case 'corrected':
    case 'withdrawn':
      return true;
    case 'side-spoke':
    case 'confirmed':
      return false;
  }
}
