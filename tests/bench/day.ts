import { env, stderr } from 'node:process';
import type { ChannelRef } from '#channel/channel.ts';
import { openKnowledge } from '#compose/open-knowledge.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import type { Topic } from '#topic/topic.ts';
import { oneOf } from '../as-asked.ts';
import type { Asked } from './asked.ts';
import { countingMessenger } from './counting-messenger.ts';
import { diceFrom } from './dice.ts';
import { inventedWire } from './invented-wire.ts';
import { liveMemory } from './live-memory.ts';
import type { Row } from './row.ts';
import { MIXES, sampleTopics } from './sample-topics.ts';
import { inventedOutlet, type VirtualProgram, virtualProgram } from './virtual-program.ts';

const ARTICLES = 100_000;
const FEEDS = 5_000;
const WATCHES = 20_000;
const WATCHES_A_CHANNEL = 4;
const CHANNELS_A_WORKSPACE = 5;
/** A topic is watched in so many channels. */
const CHANNELS_A_TOPIC = 4;
const HOURS = 24;
const BEAT_MS = MINUTE_MS;
const START = new Date('2026-03-02T00:00:00Z');

/**
 * A day on a clock of its own and without a network, from the parser to the platform: how much memory is alive each
 * hour, and whether every pair of a watch and a story that matched it stands in exactly one state. With dense topics an
 * article edits the cards of dozens of channels, and an hour takes minutes; `--topics sparse` are seldom in the news.
 */
export async function day({
  articles = ARTICLES,
  feeds = FEEDS,
  watches = WATCHES,
  topics: mix = 'dense',
}: Asked): Promise<readonly Row[]> {
  const knowledge = await openKnowledge(env);
  const topics = sampleTopics(
    Math.ceil(watches / CHANNELS_A_TOPIC),
    oneOf(MIXES, mix),
    knowledge.lexicon,
    diceFrom(2),
  );
  const clock = { now: START };
  const { messenger, sent } = countingMessenger('discord', () => clock.now);
  await using program = await virtualProgram({
    knowledge,
    outlets: Array.from({ length: feeds }, (_, place) => inventedOutlet(`outlet-${place}`)),
    publisher: inventedWire({ start: START, outlets: feeds, articlesADay: articles }, knowledge.lexicon),
    messenger,
    start: START,
  });
  await watchAll(program.ledger, topics, watches);
  const hours: Hour[] = [];
  for (let hour = 1; hour <= HOURS; hour += 1) {
    hours.push(await liveAnHour(program, clock));
    tellProgress(hour, hours.at(-1));
  }
  const cards = [...sent.values()].reduce((sum, channel) => sum + channel.cards.length, 0);
  return rowsOf({ articles, feeds, watches }, hours, cards, await accountOf(program.ledger));
}

type Hour = ReturnType<typeof liveMemory> & {
  readonly visits: number;
  readonly articles: number;
  readonly seconds: number;
  readonly databaseMegabytes: number;
};

async function liveAnHour(program: VirtualProgram, clock: { now: Date }): Promise<Hour> {
  const begun = performance.now();
  let visits = 0;
  for (let beat = 0; beat < HOUR_MS / BEAT_MS; beat += 1) {
    clock.now = new Date(clock.now.getTime() + BEAT_MS);
    program.clock.now = clock.now;
    visits += await program.visit();
    await program.tell();
  }
  const seconds = (performance.now() - begun) / 1_000;
  const { articles } = await program.ledger.articles.count();
  const databaseMegabytes = (await program.sizeInBytes()) / 1_000_000;
  return { visits, articles, seconds, databaseMegabytes, ...liveMemory() };
}

function tellProgress(hour: number, told: Hour | undefined): void {
  if (told === undefined) return;
  const { articles, seconds, liveMegabytes, residentMegabytes, databaseMegabytes, visits } = told;
  stderr.write(
    `hour ${hour}: ${whole(articles)} articles, ${whole(visits)} visits in it, live ${whole(liveMegabytes)} MB, resident ${whole(residentMegabytes)} MB, database ${whole(databaseMegabytes)} MB, took ${whole(seconds)} s\n`,
  );
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Four watches a channel, five channels a workspace; of each five channels one is quiet at night, and one is called. */
async function watchAll(ledger: Ledger, topics: readonly Topic[], watches: number): Promise<void> {
  const channels = Math.ceil(watches / WATCHES_A_CHANNEL);
  await ledger.transaction(async ({ workspaces, subscriptions, topics: kept }) => {
    for (const topic of topics) await kept.save(topic);
    for (let place = 0; place < channels; place += 1) {
      const channel = channelAt(place);
      const { workspace: id, platform } = channel;
      if (place % CHANNELS_A_WORKSPACE === 0) {
        await workspaces.save({ id, platform, name: id, languages: ['en'], zone: 'UTC' });
      }
      await workspaces.saveChannel(channel);
      if (place % 5 === 1) {
        await subscriptions.saveSettings({
          ...calmSettings(channel.id),
          quiet: { from: '22:00', to: '07:00' },
        });
      }
      for (let watch = 0; watch < WATCHES_A_CHANNEL; watch += 1) {
        const topic = topics[(place * WATCHES_A_CHANNEL + watch) % topics.length];
        if (topic !== undefined) await subscriptions.add(watchOf(topic, channel, place + watch));
      }
    }
  });
}

function channelAt(place: number): ChannelRef {
  const workspace = `workspace-${Math.floor(place / CHANNELS_A_WORKSPACE)}` as WorkspaceId;
  const name = `desk-${place}`;
  return { id: name as ChannelId, workspace, platform: 'discord', address: name, name };
}

/** Every fifth is told in a digest, and every fifth calls somebody. */
function watchOf(
  { id: topic, written }: Topic,
  { id: channel, workspace }: ChannelRef,
  nth: number,
): Subscription {
  return {
    id: subscriptionId(channel, topic),
    workspace,
    channel,
    topic,
    name: written,
    createdAt: START.toISOString(),
    createdBy: 'Ana',
    isPaused: false,
    ...(nth % 5 === 0 && { digest: { days: 'daily', at: '08:00' }, digestSince: START.toISOString() }),
    ...(nth % 5 === 2 && { mention: '<@&1>' }),
  };
}

type Account = { readonly standing: number; readonly missing: number };

/** As `status` adds it up. */
async function accountOf({ subscriptions }: Ledger): Promise<Account> {
  const states = await subscriptions.countStoryStates();
  stderr.write(`account: ${JSON.stringify(states)}\n`);
  const standing = Object.values(states).reduce((sum, stories) => sum + stories, 0);
  return { standing, missing: await subscriptions.countUnaccounted() };
}

function rowsOf(
  plan: { readonly articles: number; readonly feeds: number; readonly watches: number },
  hours: readonly Hour[],
  cards: number,
  { standing, missing }: Account,
): readonly Row[] {
  const once = { runs: 1 };
  const [first] = hours;
  const last = hours.at(-1);
  if (first === undefined || last === undefined) throw new Error('No hour was lived through.');
  const middle = hours[Math.floor(hours.length / 2)] ?? last;
  const most = Math.max(...hours.map(({ liveMegabytes }) => liveMegabytes));
  const slope = (last.liveMegabytes - middle.liveMegabytes) / (hours.length / 2);
  const about = `${plan.feeds.toLocaleString('en')} feeds, ${plan.watches.toLocaleString('en')} watches`;
  const seconds = hours.reduce((sum, hour) => sum + hour.seconds, 0);
  return [
    { ...once, name: `${about}: articles carried`, value: last.articles, unit: 'articles' },
    { ...once, name: 'cards sent', value: cards, unit: 'cards' },
    { ...once, name: 'live memory, the most at an hour', value: most, unit: 'MB', target: '≤ 400' },
    { ...once, name: 'live memory, growth in the second half', value: slope, unit: 'MB/hour', target: '≤ 1' },
    { ...once, name: 'resident at the end', value: last.residentMegabytes, unit: 'MB' },
    { ...once, name: 'pairs of a watch and a story that matched it', value: standing, unit: 'pairs' },
    { ...once, name: 'pairs that stand nowhere', value: missing, unit: 'pairs', target: '0' },
    { ...once, name: 'the day took', value: seconds, unit: 's' },
  ];
}
