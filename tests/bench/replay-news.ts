import type { Item } from '#article/item.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Knowledge } from '#compose/open-knowledge.ts';
import type { OutletId } from '#feed/outlet.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import { type ChannelSettings, calmSettings } from '#subscription/channel-settings.ts';
import type { StoryState, Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import type { Topic } from '#topic/topic.ts';
import { countingMessenger, mostWithin, type Sent } from './counting-messenger.ts';
import { inventedOutlet, type Publisher, virtualProgram } from './virtual-program.ts';

/** An article to be published again; `date` is ISO 8601 in UTC. */
export type Replayed = {
  readonly title: string;
  readonly summary?: string;
  readonly link?: string;
  readonly date: string;
  readonly source: string;
};

/** A channel of the replay, with how it wants to be told. */
export type ReplayChannel = {
  readonly name: string;
  readonly settings?: Partial<ChannelSettings>;
  readonly watch?: Partial<Subscription>;
};

export type ReplayPlan = {
  readonly articles: readonly Replayed[];
  readonly topics: readonly Topic[];
  /** Every one of them watches every topic. */
  readonly channels: readonly ReplayChannel[];
  readonly knowledge: Pick<Knowledge, 'lexicon' | 'detect'>;
  /** Told each time a day is over. */
  readonly onDay?: (day: Date) => void;
};

/** What one channel was sent, beside what it allows. */
export type ChannelReport = {
  readonly name: string;
  readonly settings: ChannelSettings;
  readonly cards: number;
  readonly mostCardsAnHour: number;
  readonly mostPingsAnHour: number;
  readonly mostPingsADay: number;
  readonly edits: number;
  readonly lines: number;
  readonly digests: number;
  readonly isWithinBudget: boolean;
};

/** How a replay went: the channels, and where every pair of a watch and a story that matched it stands. */
export type ReplayReport = {
  readonly articles: number;
  readonly channels: readonly ChannelReport[];
  readonly account: Readonly<Partial<Record<StoryState, number>>>;
  /** Pairs that stand nowhere. */
  readonly missing: number;
};

const BEAT_MS = 10 * MINUTE_MS;
/** A document holds its newest items. */
const ITEMS = 200;
/** After the last article: what is held over night, or for a digest, is told. */
const AFTERWARDS_MS = 26 * HOUR_MS;
const WORKSPACE = 'newsroom' as WorkspaceId;

/** Publishes the articles again at their times, on a clock of its own, and lets the whole program tell of them. */
export async function replayNews(plan: ReplayPlan): Promise<ReplayReport> {
  const shelves = shelvesOf(plan.articles);
  const times = plan.articles.map(({ date }) => Date.parse(date));
  const start = new Date(Math.min(...times) - HOUR_MS);
  const end = Math.max(...times) + AFTERWARDS_MS;
  const clock = { now: start };
  const { messenger, sent } = countingMessenger('discord', () => clock.now);
  await using program = await virtualProgram({
    knowledge: plan.knowledge,
    outlets: [...shelves.keys()].map(inventedOutlet),
    publisher: publisherOf(shelves),
    messenger,
    start,
  });
  const settings = await watchAll(program.ledger, plan, start);
  for (let now = start.getTime(); now <= end; now += BEAT_MS) {
    clock.now = new Date(now);
    program.clock.now = clock.now;
    await program.visit();
    await program.tell();
    if (now % DAY_MS < BEAT_MS) plan.onDay?.(clock.now);
  }
  const { subscriptions, articles } = program.ledger;
  return {
    articles: (await articles.count()).articles,
    channels: plan.channels.map(({ name }, place) =>
      reportOf(name, settings[place] ?? calmSettings(name as ChannelId), sent.get(name as ChannelId)),
    ),
    account: await subscriptions.countStoryStates(),
    missing: await subscriptions.countUnaccounted(),
  };
}

type Shelf = readonly { readonly at: number; readonly item: Item }[];

/** What each outlet published, the oldest first. An outlet's name becomes that of a host. */
function shelvesOf(articles: readonly Replayed[]): ReadonlyMap<string, Shelf> {
  const bySource = Map.groupBy(articles, ({ source }) => source.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'));
  return new Map(
    [...bySource].map(([source, own]) => [
      `outlet-${source}`,
      own
        .map((article, place) => ({ at: Date.parse(article.date), item: itemOf(article, place) }))
        .toSorted((one, other) => one.at - other.at),
    ]),
  );
}

function itemOf({ title, summary, link, date, source }: Replayed, place: number): Item {
  const guid = link ?? `${source} ${place}`;
  return { title, guid, published: date, ...(summary && { summary }), ...(link && { link }) };
}

function publisherOf(shelves: ReadonlyMap<string, Shelf>): Publisher {
  return (outlet: OutletId, now) => {
    const shelf = shelves.get(outlet) ?? [];
    const next = shelf.findIndex(({ at }) => at > now.getTime());
    const published = next < 0 ? shelf.length : next;
    return {
      edition: `${published}`,
      items: () => shelf.slice(Math.max(0, published - ITEMS), published).map(({ item }) => item),
    };
  };
}

async function watchAll(
  ledger: Ledger,
  { topics, channels }: ReplayPlan,
  start: Date,
): Promise<readonly ChannelSettings[]> {
  const all = channels.map(({ name, settings }) => ({ ...calmSettings(name as ChannelId), ...settings }));
  await ledger.transaction(async (stores) => {
    await stores.workspaces.save({
      id: WORKSPACE,
      platform: 'discord',
      name: 'Newsroom',
      languages: ['en'],
      zone: 'UTC',
    });
    for (const topic of topics) await stores.topics.save(topic);
    for (const [place, { name, watch = {} }] of channels.entries()) {
      const channel: ChannelRef = {
        id: name as ChannelId,
        workspace: WORKSPACE,
        platform: 'discord',
        address: name,
        name,
      };
      await stores.workspaces.saveChannel(channel);
      await stores.subscriptions.saveSettings(all[place] ?? calmSettings(channel.id));
      for (const { id: topic, written } of topics) {
        await stores.subscriptions.add({
          id: subscriptionId(channel.id, topic),
          workspace: WORKSPACE,
          channel: channel.id,
          topic,
          name: written,
          createdAt: start.toISOString(),
          createdBy: 'Ana',
          isPaused: false,
          ...watch,
          ...(watch.digest && { digestSince: start.toISOString() }),
        });
      }
    }
  });
  return all;
}

function reportOf(name: string, settings: ChannelSettings, sent: Sent | undefined): ChannelReport {
  const { cards = [], pings = [], edits = 0, lines = 0, digests = 0 } = sent ?? {};
  const most = {
    mostCardsAnHour: mostWithin(cards, HOUR_MS),
    mostPingsAnHour: mostWithin(pings, HOUR_MS),
    mostPingsADay: mostWithin(pings, DAY_MS),
  };
  const isWithinBudget =
    most.mostCardsAnHour <= settings.cardsAnHour &&
    most.mostPingsAnHour <= settings.pingsAnHour &&
    most.mostPingsADay <= settings.pingsADay;
  return { name, settings, cards: cards.length, ...most, edits, lines, digests, isWithinBudget };
}
