import type { Card } from '#card/card.ts';
import { emptiedCard } from '#card/emptied-card.ts';
import { wordsIn } from '#card/words-in.ts';

/** What is left of a card whose story turned out to be part of an older one: its headline, and where the rest is. */
export const composeMergedCard = (card: Card, olderStory: string): Card =>
  emptiedCard(card, wordsIn(card.language).nowPartOf(olderStory));
