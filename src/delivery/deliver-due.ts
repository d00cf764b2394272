import { deliverDigest } from '#delivery/deliver-digest.ts';
import { deliverNotice } from '#delivery/deliver-notice.ts';
import { deliverPointer } from '#delivery/deliver-pointer.ts';
import { deliverPost } from '#delivery/deliver-post.ts';
import type { Delivering } from '#delivery/delivering.ts';
import { giveUpWaiting } from '#delivery/give-up-waiting.ts';
import type { AttemptEnd, Recorded } from '#delivery/recorded.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';

/** Longer than any messenger waits for its platform. */
const LEASE_MS = MINUTE_MS;
/** How many are taken at once, each in a channel of its own. */
const LIMIT = 50;

/** What one round of delivery did; `failed`: it could not be written down, and comes back by its lease. */
export type DeliveryTally = Readonly<Record<AttemptEnd | 'failed', number>>;

/**
 * Sends everything that is due, and returns when nothing more is. Channels do not wait for each other, and in one
 * channel things go out in the order in which they were planned. One delivery that fails stops no other.
 * What has waited too long ends first. A program that is to end begins nothing more, however much is due.
 */
export async function deliverDue(delivering: Delivering): Promise<DeliveryTally> {
  const tally = { sent: 0, waiting: 0, ended: await giveUpWaiting(delivering), failed: 0 };
  const running = new Set<Promise<void>>();
  for (;;) {
    for (const claimed of await claim(delivering)) {
      const run = tallied(claimed, tally, delivering).finally(() => running.delete(run));
      running.add(run);
    }
    if (running.size === 0) return tally;
    await Promise.race(running);
  }
}

/** One thing to send; `kind` is what it will be in the channel. */
type Claimed = {
  readonly kind: 'card' | 'edit' | 'pointer' | 'digest' | 'notice';
  readonly deliver: () => Promise<Recorded>;
};

async function claim(delivering: Delivering): Promise<readonly Claimed[]> {
  if (delivering.stopping?.aborted === true) return [];
  const { deliveries, digests, notices } = delivering.ledger;
  const posts = await deliveries.claimPosts(delivering.clock(), LEASE_MS, LIMIT);
  const pointers = await deliveries.claimPointers(delivering.clock(), LEASE_MS, LIMIT);
  const many = await digests.claim(delivering.clock(), LEASE_MS, LIMIT);
  const told = await notices.claim(delivering.clock(), LEASE_MS, LIMIT);
  return [
    ...posts.map((post): Claimed => {
      const kind = post.message === undefined ? 'card' : 'edit';
      return { kind, deliver: () => deliverPost(post, delivering) };
    }),
    ...pointers.map((pointer): Claimed => {
      return { kind: 'pointer', deliver: () => deliverPointer(pointer, delivering) };
    }),
    ...many.map((digest): Claimed => {
      return { kind: 'digest', deliver: () => deliverDigest(digest, delivering) };
    }),
    ...told.map((notice): Claimed => {
      return { kind: 'notice', deliver: () => deliverNotice(notice, delivering) };
    }),
  ];
}

/** The border where one delivery's fault is caught: its row keeps its lease and comes back when that runs out. */
async function tallied(
  { kind, deliver }: Claimed,
  tally: Record<AttemptEnd | 'failed', number>,
  { log, metrics, clock }: Delivering,
): Promise<void> {
  try {
    const { end, row } = await deliver();
    tally[end] += 1;
    metrics.count('readout_deliveries_total', 1, { kind, end });
    if (kind === 'card' && end === 'sent') {
      const lagMs = clock().getTime() - Date.parse(row.plannedAt);
      metrics.observe('readout_lag_seen_to_posted_seconds', lagMs / SECOND_MS);
    }
    if (end !== 'sent' && row.reason !== undefined)
      log.warn(`delivery.${end}`, { kind, delivery: row.key, state: row.state, reason: row.reason });
  } catch (fault) {
    tally.failed += 1;
    metrics.count('readout_deliveries_total', 1, { kind, end: 'failed' });
    log.error('delivery.failed', {}, fault);
  }
}
