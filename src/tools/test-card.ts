import type { Card } from '#card/card.ts';
import { text } from '#card/phrase-of.ts';

/** A card that says it is none: what `readout check --post` puts into a channel. */
export const testCard: Card = {
  story: 'R-TEST',
  language: 'en',
  zone: 'UTC',
  headline: 'Test card: Readout can post here',
  about: [text('Posted by “readout check --post”, by the operator')],
  tone: 'grey',
  status: [text('TEST', 'strong'), text(' · no event stands behind this card')],
  takenOff: [],
  summary: [],
  sides: [],
  context: [],
  footer: [text('It may be deleted; nothing depends on it.')].map((piece) => [piece]),
  sources: [],
  reads: [],
  plain: 'Test card: Readout can post here. No event stands behind it.',
};
