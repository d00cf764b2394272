import type { ChannelRef } from '#channel/channel.ts';
import type { MessageId, Messenger, RemovalOutcome, SaidLine } from '#channel/messenger.ts';
import { afterFailure, type Moment } from '#delivery/after-failure.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering } from '#delivery/delivering.ts';
import type { Pointer } from '#delivery/delivery.ts';
import { lookFor } from '#delivery/look-for.ts';
import { guarded } from '#delivery/reach-channel.ts';

/** Where a line may stand, and below which card it was said. */
type LineAt = {
  readonly card: MessageId;
  readonly said: SaidLine;
  readonly channel: ChannelRef;
  readonly messenger: Messenger;
};

/**
 * Takes a line away whose card was removed while nobody knew whether the line stands: it is looked for, and goes where it
 * was found.
 */
export async function removeLine(
  pointer: Pointer,
  { card, said, channel, messenger }: LineAt,
  delivering: Delivering,
): Promise<Consequence<Pointer>> {
  const { message } = pointer;
  if (message === undefined)
    return lookFor(pointer, { channel, messenger, said, isUnwanted: true }, delivering, toBeRemoved);
  const outcome = await guarded(() => messenger.remove(channel, message, card), delivering);
  return {
    answer: { channel, outcome, isEdit: true },
    settle: (stored, moment) => afterRemoving(stored, outcome, moment),
  };
}

const toBeRemoved = (
  stored: Pointer,
  { message }: { readonly message: MessageId },
  { now }: Moment,
): Pointer => ({
  ...stored,
  message,
  state: 'pending',
  dueAt: now.toISOString(),
  attempts: 0,
  leaseUntil: undefined,
});

function afterRemoving(stored: Pointer, outcome: RemovalOutcome, moment: Moment): Pointer {
  switch (outcome.kind) {
    case 'removed':
    case 'message-gone':
      return { ...stored, state: 'cancelled', leaseUntil: undefined, reason: 'removed with its card' };
    case 'unknown':
      return afterFailure({ ...stored, state: 'pending' }, { ...outcome, kind: 'later' }, moment);
    case 'later':
    case 'refused':
      return afterFailure({ ...stored, state: 'pending' }, outcome, moment);
  }
}
