import type { Card } from '#card/card.ts';
import { text } from '#card/phrase-of.ts';

/** What is left of a card that stands elsewhere now: its headline, and `where` the rest is. */
export const emptiedCard = (card: Card, where: string): Card => ({
  ...card,
  tone: 'grey',
  status: [text(where)],
  takenOff: [],
  summary: [],
  sides: [],
  context: [],
  footer: [],
  plain: `${card.headline} · ${where}`,
});
