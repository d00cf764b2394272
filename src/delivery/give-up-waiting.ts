import { keyTakesBack } from '#card/change.ts';
import { afterExpiring } from '#delivery/after-failure.ts';
import { isRemovalOwed, livingOn } from '#delivery/after-removal.ts';
import { tellStories } from '#delivery/deliver-digest.ts';
import type { Delivering, DeliveryStores } from '#delivery/delivering.ts';
import type { Attempted, Post } from '#delivery/delivery.ts';
import { deliveryKind } from '#delivery/delivery-kind.ts';
import { followAttempt } from '#delivery/follow-attempt.ts';
import { isLeftBehind } from '#delivery/left-behind.ts';
import type { OwedMessage } from '#delivery/owed-message.ts';
import { standAt, storyStateAfter } from '#delivery/story-state.ts';
import { tellNotRemoved } from '#delivery/tell-not-removed.ts';
import { isTooLateForNews, isTooLateToMend, NEWS_HOURS, tooLateBefore } from '#delivery/too-late.ts';

/** So many end in one round; the next comes soon. */
const AT_ONCE = 200;

/**
 * Ends what waits too long, wherever it waits: behind a stop, for a platform that is not set up, for a card that never
 * comes. Nothing stays owed for ever. Gives how many ended.
 */
export async function giveUpWaiting(delivering: Delivering): Promise<number> {
  const { ledger, clock } = delivering;
  const now = clock();
  let given = 0;
  for (const owed of await ledger.owed.listOverdue(tooLateBefore(now), now, AT_ONCE)) {
    if (await giveUp(owed, delivering, now)) given += 1;
  }
  return given;
}

async function giveUp(
  found: OwedMessage,
  { ledger, random, log, metrics }: Delivering,
  now: Date,
): Promise<boolean> {
  const ended = await ledger.transaction(async (stores) => {
    const owed = await stores.owed.find(found.row.key);
    // Somebody took it up meanwhile.
    if (owed === undefined || owed.row.leaseUntil !== found.row.leaseUntil || !isGivenUp(owed, now))
      return undefined;
    const isBehind = await isLeftBehindBy(owed, stores);
    const after = await end(owed, isBehind, stores, now);
    const attempt = { before: owed.row, after, channel: { id: owed.row.channel }, isLeftBehind: isBehind };
    await followAttempt(attempt, stores, { now, random: random() });
    return after;
  });
  if (ended === undefined) return false;
  const kind = deliveryKind(found);
  const { key: delivery, state, reason } = ended;
  log.warn('delivery.ended', { kind, delivery, state, reason });
  metrics.count('readout_deliveries_total', 1, { kind, end: 'ended' });
  return true;
}

/** What may have arrived is looked for longer: whether it stands matters even when it is no news any more; see `PlannedBefore`. */
function isGivenUp({ kind, row }: OwedMessage, now: Date): boolean {
  switch (row.state) {
    case 'pending': {
      const isMending = row.message !== undefined || (kind === 'line' && keyTakesBack(row.change));
      return isMending ? isTooLateToMend(row, now) : isTooLateForNews(row, now);
    }
    case 'sending':
    case 'unknown':
      return isTooLateToMend(row, now);
    case 'held':
    case 'sent':
    case 'superseded':
    case 'cancelled':
    case 'expired':
    case 'uncertain':
    case 'dead':
      return false;
  }
}

async function isLeftBehindBy({ kind, row }: OwedMessage, { deliveries }: DeliveryStores): Promise<boolean> {
  return kind === 'line' && isLeftBehind(row, await deliveries.findPost(row.channel, row.story));
}

async function end(
  owed: OwedMessage,
  isBehind: boolean,
  stores: DeliveryStores,
  now: Date,
): Promise<Attempted> {
  switch (owed.kind) {
    case 'card': {
      if (isRemovalOwed(owed.row)) return endRemoval(owed.row, stores, now);
      const post = ended(owed.row, `it could not be posted within ${NEWS_HOURS} hours`);
      await stores.deliveries.savePost(post);
      const state = storyStateAfter(post);
      if (state !== undefined) await standAt(state, post, stores.subscriptions, now);
      return post;
    }
    case 'line': {
      const why = `it could not be ${isBehind ? 'taken away' : 'said'} in time`;
      const pointer = ended(owed.row, why);
      await stores.deliveries.savePointer(pointer);
      return pointer;
    }
    case 'digest': {
      const digest = ended(owed.row, 'it could not be sent in time');
      await stores.digests.save(digest);
      await tellStories(digest, stores, now);
      return digest;
    }
  }
}

async function endRemoval(post: Post, stores: DeliveryStores, now: Date): Promise<Post> {
  const alive = livingOn(post, now);
  await stores.deliveries.savePost(alive);
  await tellNotRemoved(post, alive, stores, now);
  return alive;
}

function ended<Row extends Attempted>(row: Row, why: string): Row {
  const isKnown = row.state === 'pending' || row.message !== undefined;
  const expired = afterExpiring(row, why);
  return isKnown ? expired : { ...expired, state: 'uncertain' };
}
