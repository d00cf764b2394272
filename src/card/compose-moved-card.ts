import type { Card } from '#card/card.ts';
import { emptiedCard } from '#card/emptied-card.ts';
import { wordsIn } from '#card/words-in.ts';

/** What is left of a card that was moved to another channel, such as `#night`: its headline, and where it went. */
export const composeMovedCard = (card: Card, channel: string): Card =>
  emptiedCard(card, wordsIn(card.language).nowIn(channel));
