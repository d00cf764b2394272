import { deliverDue } from '#delivery/deliver-due.ts';
import { oweDigests } from '#delivery/owe-digests.ts';
import { openSettling } from '#delivery/settling.ts';
import { tryPlatformsAgain } from '#delivery/try-platforms-again.ts';
import { Catalogue } from '#feed/catalogue.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { LeaseLost } from '#ledger.ts';
import { smallLexicon } from '../../lexicon/small-lexicon.ts';
import { type Mortal, mortalLedger } from './mortal-ledger.ts';
import { nowOf, type World } from './world.ts';

const LEASE_MS = 60 * SECOND_MS;
const ASK_EVERY_MS = 3 * SECOND_MS;

/** The ledger as one life of the program sees it. */
export type MortalLedger = ReturnType<typeof mortalLedger>;

/** What happens around a life, until it has ended. */
export type Happening = (world: World, life: Life) => Promise<void>;

/** One life of the program. `renews`: it looks after its lease; one that does not is stalled, and goes on all the same. */
export type Life = Mortal & { readonly holder: string; renews: boolean; readonly ledger: MortalLedger };

/** A life that ends at any call of the database, one of so many. */
export function newLife(world: World, holder: string, diesOneIn: number): Life {
  const mortal = { isDead: false, diesOneIn };
  const onLost = () => {
    life.isDead = true;
  };
  const life: Life = Object.assign(mortal, {
    holder,
    renews: true,
    ledger: mortalLedger(world.ledgerOf(holder, onLost), mortal, world.dice),
  });
  return life;
}

/** Waits for the lease, and works until it ends; things happen from when it works. */
export async function live(
  world: World,
  life: Life,
  beatMs: number,
  happenings: readonly Happening[],
): Promise<void> {
  const { lease } = world.database;
  while (!(await lease.take(life.holder, nowOf(world), LEASE_MS))) await world.time.wait(ASK_EVERY_MS);
  if (life.isDead) return;
  for (const work of [(): Promise<void> => beat(world, life, beatMs), ...happenings])
    void endsWithItsLease(work(world, life), life);
}

/** Whoever has lost the lease is to end. */
async function endsWithItsLease(work: Promise<void>, life: Life): Promise<void> {
  try {
    await work;
  } catch (cause) {
    if (!(cause instanceof LeaseLost)) throw cause;
    life.isDead = true;
  }
}

async function beat(world: World, life: Life, ms: number): Promise<void> {
  const { time, dice, platform, database } = world;
  const { ledger } = life;
  const messengers = new Map([['terminal' as const, platform.messenger()]]);
  const random = () => dice.below(1_000) / 1_000;
  // Its own watch goes right, whatever its clock says.
  const settling = openSettling(
    () => time.now().getTime(),
    () => nowOf(world),
  );
  const around = { clock: () => nowOf(world), settling, random, log: silentLog, metrics: silentMetrics };
  const catalogue = new Catalogue({ feeds: [], outlets: [] });
  await tryPlatformsAgain(ledger, nowOf(world));
  while (!life.isDead) {
    if (life.renews && !(await database.lease.renew(life.holder, nowOf(world), LEASE_MS))) return;
    await oweDigests({ ledger, catalogue, lexicon: smallLexicon, log: silentLog, now: nowOf(world) });
    await deliverDue({ ledger, messengers, ...around });
    await time.wait(ms);
  }
}
