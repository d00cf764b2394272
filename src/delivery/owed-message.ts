import type { Phrase } from '#card/phrase.ts';
import type { Attempted, Pointer, Post } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';

/** A message that a channel is owed, of whichever kind. */
export type OwedMessage =
  | { readonly kind: 'card'; readonly row: Post }
  | { readonly kind: 'line'; readonly row: Pointer }
  | { readonly kind: 'digest'; readonly row: Digest };

/** By what a person knows it: the headline, or the line itself. */
export function wordsOf(owed: OwedMessage): string {
  switch (owed.kind) {
    case 'card':
      return `${owed.row.card.story} ${owed.row.card.headline}`;
    case 'line':
      return plainWords(owed.row.line);
    case 'digest':
      return owed.row.card.plain;
  }
}

const plainWords = (line: Phrase): string =>
  line.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');

/**
 * The row of a message that a person wants sent after all, or nothing where there is nothing to send: it stands, is on
 * its way, or was deleted by a person. One that perhaps stands may then stand twice.
 */
export function replayed<Row extends Attempted>(row: Row, now: Date): Row | undefined {
  const hasEnded = row.state === 'dead' || row.state === 'expired' || row.state === 'uncertain';
  if (!hasEnded) return undefined;
  return {
    ...row,
    state: 'pending',
    attempts: 0,
    plannedAt: now.toISOString(),
    dueAt: now.toISOString(),
    firstSentAt: undefined,
    leaseUntil: undefined,
    reason: undefined,
    ...(row.state === 'uncertain' && { repeats: (row.repeats ?? 0) + 1 }),
  };
}

const DROPPED_BY = 'dropped by ';

/** Whether a person wanted this sent no more. */
export const wasDropped = ({ reason = '' }: Attempted): boolean => reason.startsWith(DROPPED_BY);

/** Why what was sent ended that nobody knew to stand: its platform tells so of its key. */
export const DELETED = 'it had been posted, and a person deleted it';

/** Whether this had been posted and was deleted by a person before it was known to stand. */
export const wasDeleted = ({ state, reason }: Attempted): boolean =>
  state === 'cancelled' && reason === DELETED;

/** The row of a message that a person wants sent no more, or nothing where it stands or is being sent this moment. */
export function dropped<Row extends Attempted>(row: Row, who: string): Row | undefined {
  switch (row.state) {
    case 'pending':
    case 'held':
    case 'unknown':
    case 'uncertain':
      return { ...row, state: 'dead', leaseUntil: undefined, reason: `${DROPPED_BY}${who}` };
    case 'sending':
    case 'sent':
    case 'superseded':
    case 'cancelled':
    case 'expired':
    case 'dead':
      return undefined;
  }
}
