import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { idOf } from '#kernel/id.ts';

/**
 * The same for cards that say the same. When a silent side's feed was last read is no news, and which article the
 * headline is from is not shown: both are left out.
 */
export function cardHash(card: Card): string {
  const { headed: _, ...shown } = card;
  const sides = shown.sides.map(({ silence, ...side }) => ({
    ...side,
    silence: silence && withoutTimes(silence),
  }));
  return idOf('card', JSON.stringify({ ...shown, sides }));
}

const withoutTimes = (phrase: Phrase): Phrase => phrase.filter(({ kind }) => kind !== 'time');
