import { keyTakesBack } from '#card/change.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { MessageId, Messenger, SaidLine } from '#channel/messenger.ts';
import type { Moment } from '#delivery/after-failure.ts';
import { afterFailedSearch, afterFailure, afterNoAttempt, afterSearch } from '#delivery/after-failure.ts';
import { pointerAfterArriving, pointerAfterSending } from '#delivery/after-sending.ts';
import type { Delivering } from '#delivery/delivering.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import { pointerWaitsUntil } from '#delivery/pointer-waits-until.ts';
import { CHANNEL_GONE, guarded, reachChannel } from '#delivery/reach-channel.ts';
import type { Recorded } from '#delivery/recorded.ts';
import { recorded } from '#delivery/recorded.ts';
import { isTooLateForNews, isTooLateToMend } from '#delivery/too-late.ts';

/** What an attempt leads to, told of the row as it stands when it is written down. */
type Consequence = (stored: Pointer, moment: Moment) => Pointer;

/** Sends, or looks for, one claimed pointer as an answer to its card, and writes down what came of it. */
export async function deliverPointer(claimed: Pointer, delivering: Delivering): Promise<Recorded> {
  const settle = await attempt(claimed, delivering);
  const moment = { now: delivering.clock(), random: delivering.random() };
  return delivering.ledger.transaction(async ({ deliveries }) => {
    const stored = await deliveries.findPointer(claimed.key);
    if (stored === undefined || stored.leaseUntil !== claimed.leaseUntil) return recorded(claimed, false);
    const settled = settle(stored, moment);
    await deliveries.savePointer(settled);
    return recorded(settled, settled.state === 'sent');
  });
}

async function attempt(pointer: Pointer, delivering: Delivering): Promise<Consequence> {
  const post = await delivering.ledger.deliveries.findPost(pointer.channel, pointer.story);
  if (post?.message === undefined || post.state === 'cancelled') return (stored) => withoutCard(stored);

  const reach = await reachChannel(pointer.channel, delivering);
  switch (reach.kind) {
    case 'channel-gone':
      return (stored, moment) => afterFailure(stored, CHANNEL_GONE, moment);
    case 'no-messenger':
      return (stored, moment) => afterNoAttempt(stored, pointer.state === 'unknown', reach.detail, moment);
    case 'reached':
      return say(
        pointer,
        { post, message: post.message, channel: reach.channel },
        reach.messenger,
        delivering,
      );
  }
}

const withoutCard = (pointer: Pointer): Pointer => ({
  ...pointer,
  state: 'cancelled',
  leaseUntil: undefined,
  reason: 'its card does not stand in the channel',
});

async function say(
  pointer: Pointer,
  card: { readonly post: Post; readonly message: MessageId; readonly channel: ChannelRef },
  messenger: Messenger,
  delivering: Delivering,
): Promise<Consequence> {
  const { channel, message } = card;
  const { line, key, mention } = pointer;
  const { language, zone } = card.post.card;
  const view = { language, zone, ...(mention !== undefined && { mention }) };
  if (pointer.state === 'unknown')
    return lookFor(pointer, { channel, said: { answers: message, line, view } }, messenger, delivering);
  const quietEnd = await pointerWaitsUntil(
    { pointer, post: card.post, channel },
    delivering.ledger,
    delivering.clock(),
  );
  if (quietEnd !== undefined) return (stored) => heldUntil(stored, quietEnd);
  if (isTooLate(pointer, delivering.clock())) return (stored) => expired(stored);

  const outcome = await guarded(() => messenger.reply(channel, message, line, key, view), delivering);
  return (stored, moment) => pointerAfterSending(stored, outcome, moment);
}

async function lookFor(
  pointer: Pointer,
  { channel, said }: { readonly channel: ChannelRef; readonly said: SaidLine },
  messenger: Messenger,
  delivering: Delivering,
): Promise<Consequence> {
  const since = new Date(pointer.firstSentAt ?? pointer.plannedAt);
  const outcome = await guarded(() => messenger.findByKey(channel, pointer.key, since, said), delivering);
  switch (outcome.kind) {
    case 'found':
      return (stored) => pointerAfterArriving(stored, outcome.message);
    case 'absent':
    case 'cannot-know':
      return (stored, moment) => afterSearch(stored, outcome, moment);
    case 'unknown':
      return (stored, moment) => afterFailedSearch(stored, outcome.detail, moment);
  }
}

/** Its time-to-live counts from the end of the quiet hours. */
const heldUntil = (pointer: Pointer, until: Date): Pointer => ({
  ...pointer,
  state: 'held',
  plannedAt: until.toISOString(),
  dueAt: until.toISOString(),
  attempts: 0,
  firstSentAt: undefined,
  leaseUntil: undefined,
});

/** Whoever saw a claim is told that it does not hold, also when that comes late. */
const isTooLate = (pointer: Pointer, now: Date): boolean =>
  keyTakesBack(pointer.change) ? isTooLateToMend(pointer, now) : isTooLateForNews(pointer, now);

const expired = (pointer: Pointer): Pointer => ({
  ...pointer,
  state: 'expired',
  leaseUntil: undefined,
  reason: ['it could not be said in time', pointer.reason ?? []].flat().join(': '),
});
