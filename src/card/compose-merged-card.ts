import type { Card } from '#card/card.ts';
import { text } from '#card/phrase-of.ts';
import { wordsIn } from '#card/words-in.ts';

/** What is left of a card whose story turned out to be part of an older one: its headline, and where the rest is. */
export function composeMergedCard(card: Card, olderStory: string): Card {
  const words = wordsIn(card.language);
  const status = [text(words.nowPartOf(olderStory))];
  return {
    ...card,
    tone: 'grey',
    status,
    takenOff: [],
    summary: [],
    sides: [],
    context: [],
    footer: [],
    plain: `${card.headline} · ${words.nowPartOf(olderStory)}`,
  };
}
