import type { Phrase } from '#card/phrase.ts';

/**
 * What must not be missed when a story moves on; said once each, by a pointer. `key` is the same for the same change,
 * and begins with its kind: `denied:norland`, `side-spoke:norland+surland` where several were heard together.
 */
export type Change = {
  readonly key: string;
  readonly kind: 'side-spoke' | 'confirmed' | 'denied' | 'corrected' | 'withdrawn';
  /** One line, to stand in a reply to the card. It holds whatever became of the card's own edit: it says nothing of the card. */
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

/** How the keys of such changes begin. */
export const TAKING_BACK = ['denied:', 'corrected:', 'withdrawn:'] as const;

/** The same of a change that is known by its key alone. */
export const keyTakesBack = (key: string): boolean => TAKING_BACK.some((start) => key.startsWith(start));
