import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Ledger } from '#ledger.ts';
import { diceFrom } from '../../bench/dice.ts';
import { NOON } from '../../delivery/owed.ts';
import type { Tally } from '../tally.ts';
import {
  bringLastNews,
  bringNews,
  deleteNowAndThen,
  LAST_WORDS_MS,
  mergeNowAndThen,
  muteNowAndThen,
  refuseNowAndThen,
  removeNowAndThen,
  setClockNowAndThen,
} from './happenings.ts';
import { judge } from './judge-deliveries.ts';
import { type Happening, type Life, live, newLife } from './program-life.ts';
import { SimulatedTime } from './simulated-time.ts';
import { UnreliablePlatform } from './unreliable-platform.ts';
import { CARDS_AN_HOUR, paper, scant, setUp, storyNames, type World } from './world.ts';

/** In which everything is told, and the network and the program fail. */
const STORM_MS = 25 * MINUTE_MS;
/** In which nothing fails any more: longer than the longest wait between two tries, and until after the next digest. */
const CALM_MS = 25 * HOUR_MS;
const BEAT_MS = 15 * SECOND_MS;
const CALM_BEAT_MS = 10 * MINUTE_MS;
const LONGEST_LIFE_MS = 10 * MINUTE_MS;
const LONGEST_AWAY_MS = 5 * MINUTE_MS;
/** Longer than a lease, so that the next life begins. */
const TAKING_OVER_MS = 2 * MINUTE_MS;
/** One of so many calls of the database is a program's last. */
const DIES_ONE_IN = 600;
const NEVER = Number.MAX_SAFE_INTEGER;
/** One of so many lives is not dead when the next one waits for its lease: it is only too slow to renew it. */
const STALLS_ONE_IN = 4;

const STORM: readonly Happening[] = [
  bringNews,
  deleteNowAndThen,
  muteNowAndThen,
  mergeNowAndThen,
  removeNowAndThen,
  setClockNowAndThen,
  refuseNowAndThen,
];

/**
 * The delivery loop over its stores, in a world whose clock, network and accidents all fall from one seed: cards are owed
 * and change while the network loses, delays, refuses and doubles, people delete cards, mute stories, take rights away
 * and set clocks, stories turn out to be one, and the program dies, stalls, is taken over and starts again; one channel
 * has a budget, another a digest. Ends with a day of peace, and counts what stands on the platform. `control` may spoil
 * the ledger, to show that the count sees it.
 */
export async function simulateDeliveries(
  seed: number,
  control: (ledger: Ledger) => Ledger = (ledger) => ledger,
): Promise<Tally> {
  const dice = diceFrom(seed);
  const time = new SimulatedTime(NOON);
  await using database = await openSqliteLedger({ file: ':memory:', clock: () => time.now() });
  await setUp(database.ledger);
  const manners = { knowsKeys: dice.below(2) === 0, mishaps: dice.below(40), refuses: dice.below(3) === 0 };
  const platform = new UnreliablePlatform(time, dice, manners);
  const world: World = {
    time,
    dice,
    database,
    ledgerOf: (holder, onLost) => control(database.ledgerOf(holder, onLost)),
    platform,
    hasJumps: dice.below(3) === 0,
    clock: { aheadMs: 0 },
    deleted: new Set(),
    removed: new Set(),
    merges: new Map(),
  };

  await storm(world);
  await inPeace(world, 'last words', { ms: LAST_WORDS_MS, beatMs: BEAT_MS }, [bringLastNews]);
  world.clock.aheadMs = 0;
  platform.manners = { ...manners, mishaps: 0 };
  await inPeace(world, 'calm', { ms: CALM_MS, beatMs: CALM_BEAT_MS }, []);
  // Which hour a card was counted in is no question where the clock was wrong.
  const budget = world.hasJumps ? undefined : { channel: scant.address, cardsAnHour: CARDS_AN_HOUR };
  // Nor how many digests there are where their channel may be gone at their hour.
  const digests = world.hasJumps || manners.refuses ? undefined : { channel: paper.address, periods: 2 };
  const { deleted, removed, merges } = world;
  return await judge(database.ledger, platform, {
    stories: storyNames(),
    deleted,
    removed,
    merges,
    budget,
    digests,
  });
}

/** Life after life. One that stalls goes on beside the next, until it finds that its lease is lost. */
async function storm(world: World): Promise<void> {
  const { time, dice, clock, hasJumps, platform } = world;
  const end = time.now().getTime() + STORM_MS;
  let last: Life | undefined;
  for (let number = 0; time.now().getTime() < end; number += 1) {
    if (hasJumps) clock.aheadMs = dice.pick([0, 0, HOUR_MS, -HOUR_MS]);
    const life = newLife(world, `life ${number}`, DIES_ONE_IN);
    void live(world, life, BEAT_MS, STORM);
    await passUnlessDead(life, dice.below(LONGEST_LIFE_MS), BEAT_MS, world);
    if (last !== undefined) last.isDead = true;
    last = life;
    if (dice.below(STALLS_ONE_IN) === 0) {
      life.renews = false;
      continue;
    }
    life.isDead = true;
    await time.pass(dice.below(LONGEST_AWAY_MS));
  }
  if (last !== undefined) last.isDead = true;
  platform.refusals.clear();
}

/** A life that neither dies nor is killed before its time is over, and what happens meanwhile. */
async function inPeace(
  world: World,
  holder: string,
  { ms, beatMs }: { readonly ms: number; readonly beatMs: number },
  happenings: readonly Happening[],
): Promise<void> {
  const life = newLife(world, holder, NEVER);
  void live(world, life, beatMs, happenings);
  await world.time.pass(TAKING_OVER_MS + ms);
  life.isDead = true;
}

async function passUnlessDead(life: Life, ms: number, stepMs: number, { time }: World): Promise<void> {
  for (let livedMs = 0; livedMs < ms && !life.isDead; livedMs += stepMs) await time.pass(stepMs);
}
