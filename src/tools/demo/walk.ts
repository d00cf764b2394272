import type { Readout } from '#compose/compose-readout.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Publishers } from '#tools/demo/publishers.ts';

/** Long enough after an article that the edits it caused are due. */
const SETTLE_MS = 11 * SECOND_MS;
/** After the last item: longer than the rarest edit of a young card waits. */
const AFTERWARDS_MS = 31 * MINUTE_MS;

/** A clock that the walk moves. */
export type WalkedClock = { now: Date };

/** What the walk works with; `onStep` is told of each moment before it is lived through. */
export type Walk = {
  readonly clock: WalkedClock;
  readonly publishers: Publishers;
  readonly readout: Readout;
  readonly onStep: (done: number, all: number) => Promise<void>;
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
  await advance(walk, new Date(walk.clock.now.getTime() + AFTERWARDS_MS));
  await walk.readout.visit();
  await settle(walk);
}

/** The first visit to every feed, at the clock's present hour: it fills the archive and posts nothing. */
export async function visitFirst({ clock, publishers, readout }: Walk): Promise<void> {
  await publishers.setClock(clock.now);
  await readout.visit();
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
  await walk.readout.deliver();
  await advance(walk, new Date(walk.clock.now.getTime() + SETTLE_MS));
  await walk.readout.deliver();
}

/** Time only goes forward. */
async function advance({ clock, publishers }: Walk, to: Date): Promise<void> {
  if (to <= clock.now) return;
  clock.now = to;
  await publishers.setClock(to);
}
