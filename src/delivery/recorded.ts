import type { Attempted } from '#delivery/delivery.ts';

/** How one attempt left its row: the message stands, it will be tried again, or it has come to an end without. */
export type AttemptEnd = 'sent' | 'waiting' | 'ended';

/** An attempt that was written down, with the row as it stands now. */
export type Recorded = { readonly end: AttemptEnd; readonly row: Attempted };

/** `hasArrived`: this attempt brought a message, or changed one. */
export const recorded = (row: Attempted, hasArrived: boolean): Recorded => ({
  end: hasArrived ? 'sent' : endOf(row),
  row,
});

function endOf({ state }: Attempted): AttemptEnd {
  switch (state) {
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
