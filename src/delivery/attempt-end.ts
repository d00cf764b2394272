import type { Attempted } from '#delivery/delivery.ts';

/** How one attempt left its row: the message stands, it will be tried again, or it has come to an end without. */
export type AttemptEnd = 'sent' | 'waiting' | 'ended';

/** `hasArrived`: this attempt brought a message, or changed one. */
export function attemptEnd(row: Attempted, hasArrived: boolean): AttemptEnd {
  if (hasArrived) return 'sent';
  switch (row.state) {
    case 'pending':
    case 'sending':
    case 'unknown':
    case 'held':
    // A card that can be edited no more: it stays, and the change went to a pointer.
    case 'sent':
      return 'waiting';
    case 'superseded':
    case 'cancelled':
    case 'expired':
    case 'uncertain':
    case 'dead':
      return 'ended';
  }
}
