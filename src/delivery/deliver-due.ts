import { deliverDigest } from '#delivery/deliver-digest.ts';
import { deliverNotice } from '#delivery/deliver-notice.ts';
import { deliverPointer } from '#delivery/deliver-pointer.ts';
import { deliverPost } from '#delivery/deliver-post.ts';
import type { Delivering } from '#delivery/delivering.ts';
import { type DeliveryKind, deliveryKind } from '#delivery/delivery-kind.ts';
import { giveUpWaiting } from '#delivery/give-up-waiting.ts';
import type { AttemptEnd, Recorded } from '#delivery/recorded.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';

/** Longer than any messenger waits for its platform. */
const LEASE_MS = MINUTE_MS;
/**
 * So many of one kind are under way at once, each in a channel of its own; no kind takes another's place. Most of them
 * only wait for their channel's turn: with fewer places than channels that have something to say, turns pass unused.
 */
const AT_ONCE = 250;
/** A claim looks at every channel that is owed something: it is made when so many places are free. */
const WORTH_A_CLAIM = 5;

/** What one round of delivery did; `failed`: it could not be written down, and comes back by its lease. */
export type DeliveryTally = Readonly<Record<AttemptEnd | 'failed', number>>;

/**
 * Sends everything that is due, and returns when nothing more is. Channels do not wait for each other, and in one
 * channel things go out in the order in which they were planned. One delivery that fails stops no other, and one that
 * hangs holds up no more than its own channel: what becomes due meanwhile is begun as soon as the round is woken.
 * What has waited too long ends first. A program that is to end begins nothing more, however much is due.
 */
export async function deliverDue(delivering: Delivering): Promise<DeliveryTally> {
  const tally = { sent: 0, waiting: 0, ended: await giveUpWaiting(delivering), failed: 0 };
  const queues = queuesOf(delivering);
  for (;;) {
    const before = endsIn(tally);
    let isWoken = false;
    const woken = delivering.woken?.().then(() => {
      isWoken = true;
    });
    for (const queue of queues) await fill(queue, tally, delivering);
    const running = queues.flatMap(({ running }) => [...running]);
    // What ended while the queues were filled has made place, and may have made something due.
    if (endsIn(tally) === before && !isWoken) {
      if (running.length === 0) return tally;
      await Promise.race(woken === undefined ? running : [...running, woken]);
    }
    // To claim costs as much for a hundred channels as for one.
    if (running.length > 0) await delivering.gather?.();
  }
}

const endsIn = ({ sent, waiting, ended, failed }: DeliveryTally): number => sent + waiting + ended + failed;

/** One thing to send; `kind` is what it will be in the channel. */
type Claimed = {
  readonly kind: DeliveryKind;
  readonly deliver: () => Promise<Recorded>;
};

/** What is owed of one kind, and what of it is under way. */
type Queue = {
  readonly claim: (now: Date, leaseMs: number, limit: number) => Promise<readonly Claimed[]>;
  readonly running: Set<Promise<void>>;
};

function queuesOf(delivering: Delivering): readonly Queue[] {
  const { deliveries, digests, notices } = delivering.ledger;
  const cards: Queue['claim'] = async (...asked) =>
    (await deliveries.claimPosts(...asked)).map((post) => ({
      kind: deliveryKind({ kind: 'card', row: post }),
      deliver: () => deliverPost(post, delivering),
    }));
  const lines: Queue['claim'] = async (...asked) =>
    (await deliveries.claimPointers(...asked)).map((pointer) => ({
      kind: 'pointer',
      deliver: () => deliverPointer(pointer, delivering),
    }));
  const many: Queue['claim'] = async (...asked) =>
    (await digests.claim(...asked)).map((digest) => ({
      kind: 'digest',
      deliver: () => deliverDigest(digest, delivering),
    }));
  const told: Queue['claim'] = async (...asked) =>
    (await notices.claim(...asked)).map((notice) => ({
      kind: 'notice',
      deliver: () => deliverNotice(notice, delivering),
    }));
  return [cards, lines, many, told].map((claim) => ({ claim, running: new Set() }));
}

/** Begins what there is room for. */
async function fill(
  { claim, running }: Queue,
  tally: Record<AttemptEnd | 'failed', number>,
  delivering: Delivering,
): Promise<void> {
  const free = AT_ONCE - running.size;
  if (free < WORTH_A_CLAIM || delivering.stopping?.aborted === true) return;
  for (const claimed of await claim(delivering.clock(), LEASE_MS, free)) {
    const run = tallied(claimed, tally, delivering).finally(() => running.delete(run));
    running.add(run);
  }
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
