import type { Readout } from '#compose/compose-readout.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Publishers } from '#tools/demo/publishers.ts';
import type { SimulatedPlatform } from '#tools/demo/simulated-platform.ts';

/** Long enough after an article that the edits it caused are due. */
const SETTLE_MS = 11 * SECOND_MS;
/** After the last item: longer than the rarest edit of a young card waits. */
const AFTERWARDS_MS = 31 * MINUTE_MS;

/** A clock that the walk moves. */
export type WalkedClock = { now: Date };

/**
 * What the walk works with. `onStep` is told of each moment before it is lived through, `onSent` of each delivery that
 * sent something. The publishers and the platforms live by the walk's clock.
 */
export type Walk = {
  readonly clock: WalkedClock;
  readonly publishers: Pick<Publishers, 'setClock'>;
  readonly platforms?: readonly Pick<SimulatedPlatform, 'setClock'>[];
  readonly readout: Readout;
  readonly onStep: (done: number, all: number) => Promise<void>;
  readonly onSent?: () => Promise<void>;
};

/**
 * Lets the program live through all moments at which something is published: the clock goes from one to the next
 * and skips the gaps; after each, it goes on until every feed has been visited by its own rhythm.
 */
export async function walkThrough(moments: readonly Date[], walk: Walk): Promise<void> {
  for (const [index, moment] of moments.entries()) {
    await walk.onStep(index, moments.length);
    await advance(walk, moment);
    await walk.readout.visit();
    await settle(walk);
    await visitAllSince(moment, walk);
  }
  await passTime(walk, AFTERWARDS_MS);
  await walk.readout.visit();
  await settle(walk);
}

/** The first visit to every feed, at the clock's present hour: it fills the archive and posts nothing. */
export async function visitFirst(walk: Walk): Promise<void> {
  await tellTime(walk);
  await walk.readout.visit();
}

/** Lets so much time go by for all who live by the walk's clock. */
export function passTime(walk: Walk, ms: number): Promise<void> {
  return advance(walk, new Date(walk.clock.now.getTime() + ms));
}

async function visitAllSince(moment: Date, walk: Walk): Promise<void> {
  for (;;) {
    const records = await walk.readout.ledger.feeds.listAll();
    const waiting = records.filter(
      ({ lastVisitAt }) => lastVisitAt === undefined || Date.parse(lastVisitAt) < moment.getTime(),
    );
    const [soonest] = waiting.map(({ nextVisitAt }) => Date.parse(nextVisitAt)).toSorted((a, b) => a - b);
    if (soonest === undefined || soonest > moment.getTime() + 25 * MINUTE_MS) return;
    await advance(walk, new Date(soonest));
    await walk.readout.visit();
    await settle(walk);
  }
}

async function settle(walk: Walk): Promise<void> {
  await deliver(walk);
  await passTime(walk, SETTLE_MS);
  await deliver(walk);
}

async function deliver({ readout, onSent }: Walk): Promise<void> {
  const { sent } = await readout.deliver();
  if (sent > 0) await onSent?.();
}

/** Time only goes forward. */
async function advance(walk: Walk, to: Date): Promise<void> {
  if (to <= walk.clock.now) return;
  walk.clock.now = to;
  await tellTime(walk);
}

async function tellTime({ clock, publishers, platforms = [] }: Walk): Promise<void> {
  await Promise.all([publishers, ...platforms].map((listening) => listening.setClock(clock.now)));
}
