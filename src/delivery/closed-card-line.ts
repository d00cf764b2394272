import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';

const LEADS: Readonly<Record<string, string>> = {
  en: 'The card above can be edited no more. It now stands at: ',
  fr: 'La fiche ci-dessus ne peut plus être modifiée. Elle en est à : ',
};

/** Says under a card that its platform will not change what the card would now say. */
export const closedCardLine = (card: Card): Phrase => [
  { kind: 'text', text: LEADS[card.language] ?? LEADS['en'] ?? '' },
  ...card.status,
];
