import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { Card } from '#card/card.ts';
import type { Change } from '#card/change.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { oweDigests } from '#delivery/owe-digests.ts';
import { oweStory } from '#delivery/owe-story.ts';
import type { Owing } from '#delivery/weigh-channels.ts';
import { Catalogue } from '#feed/catalogue.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import type { ToldStory } from '#story/tell-story.ts';
import { type ChannelSettings, calmSettings } from '#subscription/channel-settings.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { Subscription, SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';
import { livingStory, workspace } from '../contracts/sample-records.ts';
import { without } from '../contracts/without.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';
import { aCard, desk, longAtWork } from './owed.ts';
import { type Script, scriptedMessenger } from './scripted-messenger.ts';

/** What an article brought: a story, what its card says now, and what the watches that it matched are. */
export type News = {
  readonly story: string;
  readonly card?: Partial<Card>;
  readonly changes?: readonly Change[];
  readonly matching?: readonly string[];
  /** Outlets that tell it on their own. */
  readonly origins?: number;
  /** Younger stories that turn out to be the same. */
  readonly merging?: readonly string[];
};

/** A channel on a clock of its own, with what it was sent. */
export type AChannel = AsyncDisposable & {
  readonly ledger: Ledger;
  readonly clock: { now: Date };
  /** What was sent, in order. */
  readonly log: readonly string[];
  /** How often delivery was told that a beat owes something. */
  readonly timesOwed: () => number;
  watch(name: string, differing?: Partial<Subscription>): Promise<Subscription>;
  set(settings: Partial<ChannelSettings>): Promise<void>;
  news(news: News): Promise<void>;
  /** What is due is sent; no digest is made before. */
  deliver(): Promise<void>;
  /** One beat of the program: digests are owed, and what is due is sent. */
  beat(): Promise<void>;
  /** Sets the clock and beats. */
  at(time: string): Promise<void>;
  /** Where stories stand, by how many. */
  account(): Promise<Readonly<Record<string, number>>>;
};

/** Opens an empty channel in Paris on 2 March 2026, a Monday. */
export async function aChannel(script: Script = {}): Promise<AChannel> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-channel-'));
  const database = await openSqliteLedger({ file: join(folder, 'a.sqlite') });
  const { ledger } = database;
  const clock = { now: new Date('2026-03-02T11:00:00.000Z') };
  const { messenger, log } = scriptedMessenger(script);
  const settling = longAtWork(() => clock.now);
  await ledger.workspaces.save(workspace({ id: desk.workspace, languages: ['en'], zone: 'Europe/Paris' }));
  await ledger.workspaces.saveChannel(desk);
  const catalogue = new Catalogue({ feeds: [], outlets: [] });

  let timesOwed = 0;

  const channel: AChannel = {
    ledger,
    clock,
    log,
    timesOwed: () => timesOwed,
    async watch(name, differing = {}) {
      const one: Subscription = {
        id: name as SubscriptionId,
        workspace: desk.workspace,
        channel: desk.id,
        topic: `topic of ${name}` as TopicId,
        name,
        createdAt: clock.now.toISOString(),
        createdBy: 'Ana',
        isPaused: false,
        ...differing,
      };
      await ledger.topics.save({
        id: one.topic,
        canonical: name,
        written: name,
        parts: [],
        excluded: [],
        restrictions: [],
      });
      await ledger.subscriptions.add(one);
      return one;
    },
    async set(settings) {
      const known = (await ledger.subscriptions.findSettings(desk.id)) ?? calmSettings(desk.id);
      await ledger.subscriptions.saveSettings({ ...known, ...settings });
    },
    async news(news) {
      const owing = await owingOf(news, ledger, clock.now);
      const into = news.story as StoryId;
      await ledger.transaction(async (stores) => {
        for (const one of news.merging ?? [])
          await stores.subscriptions.moveStoryStates(one as StoryId, into);
        await oweStory(owing, toldOf(news), stores, clock.now);
      });
    },
    async beat() {
      const onOwed = () => {
        timesOwed += 1;
      };
      await oweDigests({ ledger, catalogue, lexicon: smallLexicon, log: silentLog, now: clock.now, onOwed });
      await channel.deliver();
    },
    async deliver() {
      await deliverDue({
        ledger,
        messengers: new Map([['terminal', messenger]]),
        clock: () => clock.now,
        settling,
        random: () => 0.5,
        log: silentLog,
        metrics: silentMetrics,
      });
    },
    async at(time) {
      clock.now = new Date(time);
      await channel.beat();
    },
    async account() {
      return ledger.subscriptions.countStoryStates();
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return channel;
}

/** What the channel is to see: as `weighChannels` would say it, without articles. */
async function owingOf(
  { story, card, changes = [], matching = [] }: News,
  { subscriptions, workspaces }: Ledger,
  now: Date,
): Promise<Owing> {
  const id = story as StoryId;
  const standing = await subscriptions.storyStatesOf(desk.id, id);
  const known = await subscriptions.listForStory(desk.id, id);
  const earlier = known.filter((one) => standing.get(one.id) !== 'muted' && !isSilent(one, now));
  const all = await subscriptions.listByChannel(desk.id);
  const others = all.filter(
    (one) => matching.includes(one.name) && !earlier.some((other) => other.id === one.id),
  );
  const joining = others.filter((one) => !isSilent(one, now));
  const found = await workspaces.find(desk.workspace);
  return {
    channel: desk,
    workspace: found ?? workspace(),
    subscriptions: [...earlier, ...joining],
    joining,
    silent: others.filter((one) => isSilent(one, now) && !standing.has(one.id)),
    card: aCard({ story, headline: `News of ${story}`, ...card }),
    changes,
    isOver: false,
  };
}

function toldOf({ story, origins = 1, merging = [] }: News): ToldStory {
  const outlets = Array.from({ length: origins }, (_, index) => ({
    kind: 'outlet',
    outlet: `outlet ${index}`,
  }));
  const base = livingStory({ id: story as StoryId, shortName: story });
  const account = { ...base.account, sides: [], origins: outlets as never };
  const merged = merging.map((id) => livingStory({ id: id as StoryId, shortName: id }));
  return { story: { ...without(base, 'follows'), account }, merged } as unknown as ToldStory;
}

/** Something that takes a story back. */
export const denial = (story: string): Change => ({
  key: 'denied:norland',
  kind: 'denied',
  line: [{ kind: 'text', text: `DENIED by Norland: ${story}.` }],
});
