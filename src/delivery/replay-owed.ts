import type { Pointer, Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { isLeftBehind } from '#delivery/left-behind.ts';
import { type OwedMessage, replayed } from '#delivery/owed-message.ts';

/** What a person who wants something tried again gets: it is sent again, or looked for to be taken away. */
export type Replay = { readonly kind: 'sent-again' | 'taken-away'; readonly owed: OwedMessage };

/** The message as it is to be tried again, or nothing where there is nothing to try; see `replayed`. */
export async function replayOwed(
  owed: OwedMessage,
  deliveries: Pick<DeliveryStore, 'findPost'>,
  now: Date,
): Promise<Replay | undefined> {
  switch (owed.kind) {
    case 'card': {
      const row = replayed(owed.row, now);
      return row && { kind: 'sent-again', owed: { kind: 'card', row } };
    }
    case 'line': {
      const { channel, story } = owed.row;
      return replayedLine(owed.row, await deliveries.findPost(channel, story), now);
    }
    case 'digest': {
      const row = replayed(owed.row, now);
      return row && { kind: 'sent-again', owed: { kind: 'digest', row } };
    }
  }
}

/** Below a card that is gone nothing is said again. */
function replayedLine(line: Pointer, card: Post | undefined, now: Date): Replay | undefined {
  const row = replayed(line, now);
  if (row === undefined || card?.state !== 'cancelled')
    return row && { kind: 'sent-again', owed: { kind: 'line', row } };
  if (!isLeftBehind(line, card)) return undefined;
  const { firstSentAt, repeats, message } = line;
  const sought: Pointer = {
    ...row,
    state: message === undefined ? 'unknown' : 'pending',
    firstSentAt,
    repeats,
  };
  return { kind: 'taken-away', owed: { kind: 'line', row: sought } };
}
