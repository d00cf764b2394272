import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { oweDigests } from '#delivery/owe-digests.ts';
import { openSettling } from '#delivery/settling.ts';
import { Catalogue } from '#feed/catalogue.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import type { TopicId } from '#topic/topic.ts';
import { type Dice, diceFrom } from '../../bench/dice.ts';
import { aCard, desk, NOON } from '../../delivery/owed.ts';
import { smallLexicon } from '../../lexicon/small-lexicon.ts';
import type { Tally } from '../tally.ts';
import { judge } from './judge-deliveries.ts';
import { type Mortal, mortalLedger } from './mortal-ledger.ts';
import { SimulatedTime } from './simulated-time.ts';
import { UnreliablePlatform } from './unreliable-platform.ts';

const STORIES = 8;
/** In which everything is told, and the network and the program fail. */
const STORM_MS = 25 * MINUTE_MS;
/** In which nothing fails any more: longer than the longest wait between two tries, and until after the next digest. */
const CALM_MS = 25 * HOUR_MS;
const BEAT_MS = 15 * SECOND_MS;
const CALM_BEAT_MS = 10 * MINUTE_MS;
const LONGEST_LIFE_MS = 10 * MINUTE_MS;
const LONGEST_AWAY_MS = 5 * MINUTE_MS;
const LONGEST_BETWEEN_NEWS_MS = 40 * SECOND_MS;
/** More comes of the same story while its edit is due or on its way. */
const LONGEST_UNTIL_MORE_MS = 40 * SECOND_MS;
/** In which each story is told of for the last time. */
const LAST_WORDS_MS = 3 * MINUTE_MS;
/** One of so many calls of the database is a program's last. */
const DIES_ONE_IN = 600;
const DELETED_ONE_IN = 5;
const NO_BUDGET = { cardsAnHour: 100_000, pingsAnHour: 100_000, pingsADay: 100_000 };
/** So few that a storm exceeds them: what is over waits for the list of the next full hour. */
const CARDS_AN_HOUR = 3;
const DIGEST = { days: 'daily', at: '12:15' } as const;

/** Everything that outlives the program. */
type World = {
  readonly time: SimulatedTime;
  readonly dice: Dice;
  readonly ledger: Ledger;
  readonly platform: UnreliablePlatform;
  /** Whether the program's clock is put an hour forward or back between two lives. */
  readonly hasJumps: boolean;
  /** The program's clock. */
  readonly clock: { aheadMs: number };
  /** Keys of the cards that a person deleted. */
  readonly deleted: Set<string>;
};

const channelNamed = (name: string): ChannelRef => ({
  ...desk,
  id: name as ChannelId,
  address: name,
  name: `#${name}`,
});
const scant = channelNamed('scant');
const paper = channelNamed('paper');
const CHANNELS = [desk, channelNamed('night'), scant, paper];

/**
 * The delivery loop over its stores, in a world whose clock, network and accidents all fall from one seed: cards are owed
 * and change while the network loses, delays, refuses and doubles, people delete cards, clocks are put right, and the
 * program dies and starts again; one channel has a budget, another a digest. Ends with a day of peace, and counts what
 * stands on the platform. `control` may spoil the ledger, to show that the count sees it.
 */
export async function simulateDeliveries(
  seed: number,
  control: (ledger: Ledger) => Ledger = (ledger) => ledger,
): Promise<Tally> {
  const dice = diceFrom(seed);
  const time = new SimulatedTime(NOON);
  const clock = { aheadMs: 0 };
  await using database = await openSqliteLedger({ file: ':memory:', clock: () => time.now() });
  const ledger = control(database.ledger);
  await setUp(ledger);
  const manners = { knowsKeys: dice.below(2) === 0, mishaps: dice.below(40), refuses: dice.below(3) === 0 };
  const platform = new UnreliablePlatform(time, dice, manners);
  const hasJumps = dice.below(3) === 0;
  const world: World = { time, dice, ledger, platform, hasJumps, clock, deleted: new Set() };

  await storm(world);
  await live(world, immortal(), { ms: LAST_WORDS_MS, beatMs: BEAT_MS }, bringLastNews);
  clock.aheadMs = 0;
  platform.manners = { ...manners, mishaps: 0 };
  await live(world, immortal(), { ms: CALM_MS, beatMs: CALM_BEAT_MS });
  // Which hour a card was counted in is no question where the clock was wrong.
  const budget = hasJumps ? undefined : { channel: scant.address, cardsAnHour: CARDS_AN_HOUR };
  return await judge(ledger, platform, { stories: storyNames(), deleted: world.deleted, budget });
}

const storyNames = (): readonly StoryId[] =>
  Array.from({ length: STORIES }, (_, number) => `story-${number}` as StoryId);

async function setUp({ workspaces, subscriptions, topics }: Ledger): Promise<void> {
  const { workspace: id, platform } = desk;
  await workspaces.save({ id, platform, name: 'Newsroom', languages: ['en'], zone: 'UTC' });
  const topic = 'talks' as TopicId;
  await topics.save({
    id: topic,
    canonical: 'talks',
    written: 'talks',
    parts: [],
    excluded: [],
    restrictions: [],
  });
  for (const channel of CHANNELS) {
    await workspaces.saveChannel(channel);
    const budget = channel === scant ? { ...NO_BUDGET, cardsAnHour: CARDS_AN_HOUR } : NO_BUDGET;
    await subscriptions.saveSettings({ ...calmSettings(channel.id), ...budget });
    await subscriptions.add({
      id: subscriptionId(channel.id, topic),
      workspace: id,
      channel: channel.id,
      topic,
      name: 'talks',
      createdAt: new Date(NOON.getTime() - HOUR_MS).toISOString(),
      createdBy: 'Ana',
      isPaused: false,
      ...(channel === paper && { digest: DIGEST }),
    });
    for (const story of storyNames())
      await subscriptions.setStoryState(subscriptionId(channel.id, topic), story, 'posted', NOON);
  }
}

async function storm(world: World): Promise<void> {
  const { time, dice, clock, hasJumps } = world;
  const end = time.now().getTime() + STORM_MS;
  while (time.now().getTime() < end) {
    const mortal: Mortal = { isDead: false, diesOneIn: DIES_ONE_IN };
    if (hasJumps) clock.aheadMs = dice.pick([0, 0, HOUR_MS, -HOUR_MS]);
    const life = { ms: dice.below(LONGEST_LIFE_MS), beatMs: BEAT_MS };
    await live(world, mortal, life, bringNews, deleteNowAndThen);
    await time.pass(dice.below(LONGEST_AWAY_MS));
  }
}

const immortal = (): Mortal => ({ isDead: false, diesOneIn: Number.MAX_SAFE_INTEGER });

/** One life of so long, or until it dies, and what happens meanwhile. */
async function live(
  world: World,
  mortal: Mortal,
  { ms, beatMs }: { readonly ms: number; readonly beatMs: number },
  ...happenings: readonly ((world: World, mortal: Mortal, ledger: MortalLedger) => Promise<void>)[]
): Promise<void> {
  const ledger = mortalLedger(world.ledger, mortal, world.dice);
  void beat(world, mortal, ledger, beatMs);
  for (const happen of happenings) void happen(world, mortal, ledger);
  for (let livedMs = 0; livedMs < ms && !mortal.isDead; livedMs += beatMs) await world.time.pass(beatMs);
  mortal.isDead = true;
}

/** What is told, and where; material is what must not be missed. */
type News = { readonly channel: ChannelRef; readonly story: StoryId; readonly isMaterial: boolean };

type MortalLedger = ReturnType<typeof mortalLedger>;

const nowOf = ({ time, clock }: World): Date => new Date(time.now().getTime() + clock.aheadMs);

async function beat(world: World, mortal: Mortal, ledger: MortalLedger, ms: number): Promise<void> {
  const { time, dice, platform } = world;
  const messengers = new Map([['terminal' as const, platform.messenger()]]);
  const random = () => dice.below(1_000) / 1_000;
  // Its own watch goes right, whatever its clock says.
  const settling = openSettling(() => time.now().getTime());
  const around = { clock: () => nowOf(world), settling, random, log: silentLog, metrics: silentMetrics };
  const catalogue = new Catalogue({ feeds: [], outlets: [] });
  while (!mortal.isDead) {
    await oweDigests({ ledger, catalogue, lexicon: smallLexicon, log: silentLog, now: nowOf(world) });
    await deliverDue({ ledger, messengers, ...around });
    await time.wait(ms);
  }
}

/** A new story, or a newer card of an old one; every other time something on it must not be missed, and more follows. */
async function bringNews(world: World, mortal: Mortal, ledger: MortalLedger): Promise<void> {
  const { time, dice } = world;
  for (;;) {
    await time.wait(dice.below(LONGEST_BETWEEN_NEWS_MS));
    const isMaterial = dice.below(2) === 0;
    const news = { channel: dice.pick(CHANNELS), story: dice.pick(storyNames()), isMaterial };
    if (mortal.isDead) return;
    await bring(news, world, ledger);
    if (dice.below(2) === 0) continue;
    await time.wait(dice.below(LONGEST_UNTIL_MORE_MS));
    if (mortal.isDead) return;
    await bring(news, world, ledger);
  }
}

/** The last that is told of each story comes at any moment of the delivery of what came before it. */
async function bringLastNews(world: World, mortal: Mortal, ledger: MortalLedger): Promise<void> {
  const { time, dice } = world;
  const all = CHANNELS.flatMap((channel) => storyNames().map((story) => ({ channel, story })));
  await Promise.all(
    all.map(async (news) => {
      await time.wait(dice.below(LAST_WORDS_MS / 2));
      if (!mortal.isDead) await bring({ ...news, isMaterial: true }, world, ledger);
      await time.wait(dice.below(LONGEST_UNTIL_MORE_MS));
      if (!mortal.isDead) await bring({ ...news, isMaterial: true }, world, ledger);
    }),
  );
}

async function bring(
  { channel, story, isMaterial }: News,
  world: World,
  ledger: MortalLedger,
): Promise<void> {
  const headline = `${story} at ${world.time.now().toISOString()}`;
  const line = [{ kind: 'text', text: headline }] as const;
  await ledger.transaction(({ deliveries }) =>
    oweCard(deliveries, {
      channel,
      story,
      card: aCard({ headline }),
      cardHash: headline,
      changes: isMaterial ? [{ key: headline, kind: 'side-spoke', line }] : [],
      now: nowOf(world),
    }),
  );
}

/** People delete a card now and then, whatever the program is about: one that it knows to stand. */
async function deleteNowAndThen(world: World, mortal: Mortal): Promise<void> {
  const { time, dice, platform, deleted, ledger } = world;
  for (;;) {
    await time.wait(MINUTE_MS);
    if (mortal.isDead) return;
    const card = dice.below(DELETED_ONE_IN) === 0 ? platform.anyCard() : undefined;
    const post = card && (await ledger.deliveries.findPostByKey(card.key as DeliveryKey));
    if (card === undefined || post?.message !== card.id) continue;
    card.isDeleted = true;
    deleted.add(card.key);
  }
}
