import { clipForMrkdwn } from '#adapters/slack/cards/clip-text.ts';
import { escapeMrkdwn, visibleText, withoutQuotation } from '#adapters/slack/cards/escape-mrkdwn.ts';
import type { Card } from '#card/card.ts';

/** Slack keeps 40,000 and shows far fewer; a notification needs one sentence. */
const LONGEST_TEXT = 3_000;
/** What makes Slack take a word for a link. */
const SCHEME = /\b[a-z][a-z0-9+.-]*:\/\//gi;

/** What a notification shows and a screen reader reads of a card: one sentence, the status first. */
export function cardText(card: Card): string {
  const status = statusIn(card);
  const parts = card.plain.split(' · ');
  // The sentence ends with the status in small letters: it stands in front here, and is not said twice.
  const isSaidLast = parts.length > 1 && parts.at(-1)?.toLowerCase() === status.toLowerCase();
  const sentence = isSaidLast ? parts.slice(0, -1).join(' · ') : card.plain;
  return messageText(status === '' ? sentence : `${status}: ${sentence}`);
}

/** Words as the `text` of a message: escaped, one line, never empty; an address in them stays words, not a link. */
export const messageText = (words: string): string =>
  withoutQuotation(escapeMrkdwn(clipForMrkdwn(words.replaceAll(SCHEME, ''), LONGEST_TEXT))).trim() ||
  'Readout';

const statusIn = ({ status }: Card): string =>
  visibleText(
    status
      .flatMap((piece) => (piece.kind === 'text' && piece.style === 'strong' ? [piece.text] : []))
      .join(' '),
  ).trim();
