import { isDeepStrictEqual } from 'node:util';
import type { CardQuote } from '#card/card.ts';

/** Whether a quotation is by the same speaker from the same source as the one before it: who speaks is then said once. */
export const isSameVoice = (quote: CardQuote, before: CardQuote | undefined): boolean =>
  before !== undefined &&
  before.mark === undefined &&
  quote.source === before.source &&
  isDeepStrictEqual(quote.label, before.label);
