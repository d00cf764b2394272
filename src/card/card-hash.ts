import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { idOf } from '#kernel/id.ts';

/** The same for cards that say the same. When a silent side's feed was last read is no news, so it is left out. */
export function cardHash(card: Card): string {
  const sides = card.sides.map(({ silence, ...side }) => ({
    ...side,
    silence: silence && withoutTimes(silence),
  }));
  return idOf('card', JSON.stringify({ ...card, sides }));
}

const withoutTimes = (phrase: Phrase): Phrase => phrase.filter(({ kind }) => kind !== 'time');
