import { keyTakesBack } from '#card/change.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { LineView, MessageId, Messenger } from '#channel/messenger.ts';
import { afterExpiring, afterNoAttempt } from '#delivery/after-failure.ts';
import { isRemovalOwed } from '#delivery/after-removal.ts';
import { lineAfterArriving, lineAfterSending } from '#delivery/after-sending.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering } from '#delivery/delivering.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import { followAttempt } from '#delivery/follow-attempt.ts';
import { isLeftBehind } from '#delivery/left-behind.ts';
import { lookFor, mustBeLookedFor } from '#delivery/look-for.ts';
import { withoutCard } from '#delivery/plan-pointers.ts';
import { pointerWaitsUntil } from '#delivery/pointer-waits-until.ts';
import { afterNotReaching, reachChannel, sentUnder } from '#delivery/reach-channel.ts';
import type { Recorded } from '#delivery/recorded.ts';
import { recorded } from '#delivery/recorded.ts';
import { removeLine } from '#delivery/remove-line.ts';
import { isTooLateForNews, isTooLateToMend } from '#delivery/too-late.ts';
import { SECOND_MS } from '#kernel/clock.ts';

/** Sends, or looks for, one claimed pointer as an answer to its card, and writes down what came of it. */
export async function deliverPointer(claimed: Pointer, delivering: Delivering): Promise<Recorded> {
  const { settle, answer } = await attempt(claimed, delivering);
  const moment = { now: delivering.clock(), random: delivering.random() };
  return delivering.ledger.transaction(async (stores) => {
    const { deliveries } = stores;
    const stored = await deliveries.findPointer(claimed.key);
    if (stored === undefined || stored.leaseUntil !== claimed.leaseUntil) return recorded(claimed, false);
    const settled = settle(stored, moment);
    await deliveries.savePointer(settled);
    const channel = { id: claimed.channel };
    const isBehind = isLeftBehind(claimed, await deliveries.findPost(claimed.channel, claimed.story));
    const attempted = { before: stored, after: settled, channel, answer, isLeftBehind: isBehind };
    await followAttempt(attempted, stores, moment);
    return recorded(settled, settled.state === 'sent');
  });
}

async function attempt(pointer: Pointer, delivering: Delivering): Promise<Consequence<Pointer>> {
  const post = await delivering.ledger.deliveries.findPost(pointer.channel, pointer.story);
  if (post?.message === undefined || !mayStandBelow(pointer, post)) return { settle: withoutCard };
  if (isRemovalOwed(post))
    return {
      settle: (stored, moment) => afterNoAttempt(stored, pointer.state === 'unknown', UNTIL_REMOVED, moment),
    };

  const reach = await reachChannel(pointer.channel, delivering);
  return reach.kind === 'reached'
    ? say(pointer, { post, message: post.message, channel: reach.channel }, reach.messenger, delivering)
    : afterNotReaching(reach, pointer.state === 'unknown');
}

/** Below a card that is gone nothing is said; what may have been said there before somebody removed it goes as well. */
const mayStandBelow = (pointer: Pointer, post: Post): boolean =>
  post.state !== 'cancelled' || isLeftBehind(pointer, post);

/** Where the card cannot be taken away after all, what is to be said below it is said. */
const UNTIL_REMOVED = { detail: 'its card is about to be removed', retryAfterMs: 30 * SECOND_MS };

async function say(
  pointer: Pointer,
  card: { readonly post: Post; readonly message: MessageId; readonly channel: ChannelRef },
  messenger: Messenger,
  delivering: Delivering,
): Promise<Consequence<Pointer>> {
  const { channel, message } = card;
  const { line, key, mention } = pointer;
  const { language, zone } = card.post.card;
  const view: LineView = {
    language,
    zone,
    ...(mention !== undefined && { mention }),
    ...((await belongsInThread(pointer, card.post, delivering)) && { thread: card.post.card.headline }),
  };
  const now = delivering.clock();
  const said = { answers: message, line, view };
  if (card.post.state === 'cancelled')
    return removeLine(
      pointer,
      {
        card: message,
        said: { ...said, others: await linesBeside(pointer, delivering) },
        channel,
        messenger,
      },
      delivering,
    );
  if (mustBeLookedFor(pointer, messenger, delivering.settling)) {
    const others = await linesBeside(pointer, delivering);
    const place = { channel, messenger, said: { ...said, others } };
    return lookFor(pointer, place, delivering, (stored, found) => lineAfterArriving(stored, found.message));
  }
  if (pointer.state !== 'unknown') {
    const quietEnd = await pointerWaitsUntil({ pointer, post: card.post, channel }, delivering.ledger, now);
    if (quietEnd !== undefined) return { settle: (stored) => heldUntil(stored, quietEnd) };
    if (isTooLate(pointer, now))
      return { settle: (stored) => afterExpiring(stored, 'it could not be said in time') };
  }
  const outcome = await sentUnder(key, () => messenger.reply(channel, message, line, key, view), delivering);
  return {
    answer: { channel, outcome },
    settle: (stored, moment) => lineAfterSending({ ...stored, state: pointer.state }, outcome, moment),
  };
}

/** What stands below the same card already, perhaps in the same words. */
async function linesBeside(
  { channel, story, key }: Pointer,
  { ledger }: Delivering,
): Promise<readonly MessageId[]> {
  const pointers = await ledger.deliveries.pointersOf(channel, story);
  return pointers.flatMap((other) => (other.key === key ? [] : (other.message ?? [])));
}

/** A thread is followed by few: only where each of those for whom the card stands wants one, and never for what takes back. */
async function belongsInThread(
  { change, channel, story }: Pointer,
  { keptFor = [] }: Post,
  { ledger }: Delivering,
): Promise<boolean> {
  if (keyTakesBack(change)) return false;
  const standing = await ledger.subscriptions.listForStory(channel, story);
  const watches = standing.length > 0 ? standing : keptFor;
  return watches.length > 0 && watches.every(({ inThread }) => inThread === true);
}

/** It keeps its place among others that are held; its time-to-live counts from when it is held no more. */
const heldUntil = (pointer: Pointer, until: Date): Pointer => ({
  ...pointer,
  state: 'held',
  dueAt: until.toISOString(),
  attempts: 0,
  firstSentAt: undefined,
  leaseUntil: undefined,
});

/** Whoever saw a claim is told that it does not hold, also when that comes late. */
const isTooLate = (pointer: Pointer, now: Date): boolean =>
  keyTakesBack(pointer.change) ? isTooLateToMend(pointer, now) : isTooLateForNews(pointer, now);
