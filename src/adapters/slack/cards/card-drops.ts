import { clipText } from '#adapters/slack/cards/clip-text.ts';
import type { Card, CardQuote, CardSide } from '#card/card.ts';

/** What stays of a card that is far too long. */
const SHORT_QUOTE = 200;
const FEW_SOURCES = 5;
const SHORT_SENTENCE = 500;
const FEW_SIDES = 4;
const FEW_LINES = 3;
/** No story has had as many; the newest stay. */
const MOST_TAKEN_OFF = 6;

/**
 * What a card loses when it is longer than Slack takes, one after the other until it fits. Headline and status are
 * never among it, nor is what was taken off, but for the oldest of more than six.
 */
export const cardDrops: readonly ((card: Card) => Card)[] = [
  (card) => ({ ...card, context: [] }),
  ({ rows: _rows, ...card }) => card,
  (card) => ({ ...card, sides: card.sides.map(firstQuoteOnly), ...others(card, firstQuoteOnly) }),
  ({ others: _others, ...card }) => card,
  (card) => ({ ...card, sources: card.sources.slice(0, FEW_SOURCES) }),
  (card) => ({ ...card, summary: card.summary.slice(0, 1).map(shortSentence) }),
  (card) => ({ ...card, sides: card.sides.map(shortQuotes) }),
  (card) => ({
    ...card,
    sides: card.sides.slice(0, FEW_SIDES),
    takenOff: card.takenOff.slice(-MOST_TAKEN_OFF),
  }),
  (card) => ({ ...card, sources: [], footer: card.footer.slice(0, FEW_LINES) }),
];

const others = (card: Card, change: (side: CardSide) => CardSide): Pick<Card, 'others'> =>
  card.others === undefined ? {} : { others: change(card.others) };

const firstQuoteOnly = (side: CardSide): CardSide => ({
  ...side,
  quotes: side.quotes.slice(0, 1),
  more: side.more + Math.max(0, side.quotes.length - 1),
});

const shortSentence = (sentence: Card['summary'][number]): Card['summary'][number] => ({
  ...sentence,
  words: clipText(sentence.words, SHORT_SENTENCE),
});

const shortQuotes = (side: CardSide): CardSide => ({ ...side, quotes: side.quotes.map(shortQuote) });

const shortQuote = (quote: CardQuote): CardQuote => ({ ...quote, words: clipText(quote.words, SHORT_QUOTE) });
