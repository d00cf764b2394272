import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import { type Dice, diceFrom } from '../../bench/dice.ts';
import { aCard, desk, NOON } from '../../delivery/owed.ts';
import { type Tally, tallyOf } from '../tally.ts';
import { type Mortal, mortalLedger } from './mortal-ledger.ts';
import { SimulatedTime } from './simulated-time.ts';
import { UnreliablePlatform } from './unreliable-platform.ts';

const STORIES = 8;
/** In which everything is told, and the network and the program fail. */
const STORM_MS = 25 * MINUTE_MS;
/** In which nothing fails any more: longer than the longest wait between two tries. */
const CALM_MS = 6 * HOUR_MS;
const BEAT_MS = 15 * SECOND_MS;
const CALM_BEAT_MS = 10 * MINUTE_MS;
const LONGEST_LIFE_MS = 10 * MINUTE_MS;
const LONGEST_AWAY_MS = 5 * MINUTE_MS;
const LONGEST_BETWEEN_NEWS_MS = MINUTE_MS;
/** One of so many calls of the database is a program's last. */
const DIES_ONE_IN = 250;
const NO_BUDGET = { cardsAnHour: 100_000, pingsAnHour: 100_000, pingsADay: 100_000 };

/** Everything that outlives the program. */
type World = {
  readonly time: SimulatedTime;
  readonly dice: Dice;
  readonly ledger: Ledger;
  readonly platform: UnreliablePlatform;
};

const night: ChannelRef = { ...desk, id: 'night' as ChannelId, address: 'night', name: '#night' };
const CHANNELS = [desk, night];

/**
 * The delivery loop over its stores, in a world whose clock, network and accidents all fall from one seed: cards are owed
 * and change while the network loses, delays and doubles, and the program dies and starts again. Ends with hours of peace,
 * and counts what stands on the platform. `control` may spoil the ledger, to show that the count sees it.
 */
export async function simulateDeliveries(
  seed: number,
  control: (ledger: Ledger) => Ledger = (ledger) => ledger,
): Promise<Tally> {
  const dice = diceFrom(seed);
  const time = new SimulatedTime(NOON);
  await using database = await openSqliteLedger({ file: ':memory:', clock: () => time.now() });
  const ledger = control(database.ledger);
  await setUp(ledger);
  const manners = { knowsKeys: dice.below(2) === 0, mishaps: dice.below(40) };
  const platform = new UnreliablePlatform(time, dice, manners);
  const world: World = { time, dice, ledger, platform };

  await storm(world);
  platform.manners = { ...manners, mishaps: 0 };
  await live(world, { isDead: false, diesOneIn: Number.MAX_SAFE_INTEGER }, CALM_MS, CALM_BEAT_MS);
  return await judge(world);
}

async function setUp({ workspaces, subscriptions }: Ledger): Promise<void> {
  const { workspace: id, platform } = desk;
  await workspaces.save({ id, platform, name: 'Newsroom', languages: ['en'], zone: 'UTC' });
  for (const channel of CHANNELS) {
    await workspaces.saveChannel(channel);
    await subscriptions.saveSettings({ ...calmSettings(channel.id), ...NO_BUDGET });
  }
}

async function storm(world: World): Promise<void> {
  const { time, dice } = world;
  const end = time.now().getTime() + STORM_MS;
  while (time.now().getTime() < end) {
    const mortal: Mortal = { isDead: false, diesOneIn: DIES_ONE_IN };
    await live(world, mortal, dice.below(LONGEST_LIFE_MS), BEAT_MS);
    await time.pass(dice.below(LONGEST_AWAY_MS));
  }
}

/** One life of so long, or until it dies. */
async function live(world: World, mortal: Mortal, ms: number, beatMs: number): Promise<void> {
  const ledger = mortalLedger(world.ledger, mortal, world.dice);
  void beat(world, mortal, ledger, beatMs);
  if (beatMs === BEAT_MS) void bringNews(world, mortal, ledger);
  for (let livedMs = 0; livedMs < ms && !mortal.isDead; livedMs += beatMs) await world.time.pass(beatMs);
  mortal.isDead = true;
}

type MortalLedger = ReturnType<typeof mortalLedger>;

async function beat({ time, dice, platform }: World, mortal: Mortal, ledger: MortalLedger, ms: number) {
  const messengers = new Map([['terminal' as const, platform.messenger()]]);
  const random = () => dice.below(1_000) / 1_000;
  const around = { clock: () => time.now(), random, log: silentLog, metrics: silentMetrics };
  while (!mortal.isDead) {
    await deliverDue({ ledger, messengers, ...around });
    await time.wait(ms);
  }
}

/** A new story, or a newer card of an old one; every other time something on it must not be missed. */
async function bringNews({ time, dice }: World, mortal: Mortal, ledger: MortalLedger): Promise<void> {
  for (;;) {
    await time.wait(dice.below(LONGEST_BETWEEN_NEWS_MS));
    if (mortal.isDead) return;
    const headline = `news of ${time.now().toISOString()}`;
    const line = [{ kind: 'text', text: headline }] as const;
    const isMaterial = dice.below(2) === 0;
    await ledger.transaction(({ deliveries }) =>
      oweCard(deliveries, {
        channel: dice.pick(CHANNELS),
        story: `story-${dice.below(STORIES)}` as StoryId,
        card: aCard({ headline }),
        cardHash: headline,
        changes: isMaterial ? [{ key: headline, kind: 'side-spoke', line }] : [],
        now: time.now(),
      }),
    );
  }
}

/** Every card stands once and shows what it is to show; every pointer stands once, below its card. */
async function judge({ ledger, platform }: World): Promise<Tally> {
  const seen: number[] = [];
  for (let number = 0; number < STORIES; number += 1) {
    const story = `story-${number}` as StoryId;
    for (const post of await ledger.deliveries.postsOf(story)) {
      const cards = platform.standing.filter(({ key }) => key === post.key);
      const isNewest = cards.some(({ text }) => text === post.card.headline);
      seen.push(isNewest ? cards.length : 0);
      for (const pointer of await ledger.deliveries.pointersOf(post.channel, story)) {
        const lines = platform.standing.filter(({ key }) => key === pointer.key);
        seen.push(lines.every(({ answers }) => answers === post.message) ? lines.length : 0);
      }
    }
  }
  const { posts, pointers } = await ledger.deliveries.countStates();
  return tallyOf(seen, (posts.uncertain ?? 0) + (pointers.uncertain ?? 0));
}
