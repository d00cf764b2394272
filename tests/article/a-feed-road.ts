import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { terminalChannel } from '#adapters/terminal/terminal-channel.ts';
import type { Article } from '#article/article.ts';
import { openStages } from '#compose/open-stages.ts';
import { welcomeTerminal } from '#compose/open-terminal.ts';
import type { FeedRecord } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { Stages } from '#journey/stages.ts';
import { carryVisit } from '#journey.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Ledger } from '#ledger.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { configWith } from '../config/small-config.ts';

/** The outlets of the small config folder: media, and an official one. */
export type Publisher = 'courier' | 'palace';

/** An item of an RSS document; what is left out stands nowhere in it. */
export type Entry = {
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly pubDate?: string;
  readonly summary?: string;
};

/** The road of a feed document from its bytes to the store and the cards owed, on a clock moved by hand. */
export type FeedRoad = AsyncDisposable & {
  readonly ledger: Ledger;
  /** Carries a document that holds these entries, `minutes` after the visit before; nothing is asked over a network. */
  readonly visit: (entries: readonly Entry[], after?: After) => Promise<void>;
  /** What is stored, oldest first. */
  readonly articles: () => Promise<readonly Article[]>;
  readonly titles: () => Promise<readonly string[]>;
  readonly record: (publisher?: Publisher) => Promise<FeedRecord>;
  /** Cards owed so far. */
  readonly cards: () => Promise<number>;
  readonly now: () => Date;
  /** When the key that was seen least lately was seen. */
  readonly oldestKeySeenAt: () => string;
  /** What the road is travelled with. */
  readonly stages: Stages;
  /** Lets so many minutes pass. */
  readonly wait: (minutes: number) => void;
  /** From now on the terminal watches this as well. */
  readonly watch: (query: string) => Promise<void>;
  /** Does this once, after the next article that is carried. */
  readonly afterNextArticle: (work: () => Promise<void>) => void;
};

type After = { readonly minutes?: number; readonly of?: Publisher };

const START = new Date('2026-03-02T10:00:00Z');

/** Opens the road; the terminal watches “Freedonia Sylvania call”. */
export async function aFeedRoad(): Promise<FeedRoad> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-road-'));
  const config = configWith({});
  const clock = { now: START };
  const file = join(folder, 'readout.db');
  const database = await openSqliteLedger({ file });
  const { ledger } = database;
  await ledger.feeds.register(config.catalogue.feeds.map((feed) => newFeedRecord(feed, START)));
  await welcomeTerminal(config, ledger, () => clock.now);
  let pending: (() => Promise<void>) | undefined;
  const opened = await openStages(config, ledger, {
    clock: () => clock.now,
    stopwatch: () => clock.now.getTime(),
    random: () => 0.5,
    output: new Writable(),
    environment: {},
    log: silentLog,
    metrics: silentMetrics,
  });
  const stages: Stages = {
    ...opened,
    async breathe() {
      const work = pending;
      pending = undefined;
      await work?.();
    },
  };
  const record = async (publisher: Publisher = 'courier'): Promise<FeedRecord> => {
    const feed = config.catalogue.feeds.find(({ outlet }) => outlet === publisher);
    const found = feed && (await ledger.feeds.find(feed.id));
    if (!found) throw new Error(`${publisher} has no feed.`);
    return found;
  };
  const articles = async () => (await ledger.articles.listRecent(new Date(0), 1_000)).toReversed();

  return {
    ledger,
    record,
    articles,
    titles: async () => (await articles()).map(({ title }) => title),
    cards: async () => {
      const { posts } = await ledger.deliveries.countStates();
      return Object.values(posts).reduce((sum, count) => sum + count, 0);
    },
    now: () => clock.now,
    oldestKeySeenAt() {
      using read = new DatabaseSync(file, { readOnly: true });
      return String(read.prepare('select min(last_seen_at) as oldest from seen_keys').get()?.['oldest']);
    },
    stages,
    wait: (minutes) => void (clock.now = new Date(clock.now.getTime() + minutes * MINUTE_MS)),
    async watch(query) {
      const parsed = parseQuery(query, config.lexicon);
      if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
      await ledger.transaction(async ({ topics, subscriptions }) => {
        await topics.save(parsed.topic);
        await subscriptions.add({
          id: subscriptionId(terminalChannel.id, parsed.topic.id),
          workspace: terminalChannel.workspace,
          channel: terminalChannel.id,
          topic: parsed.topic.id,
          name: query,
          createdAt: clock.now.toISOString(),
          createdBy: 'Ana',
          isPaused: false,
        });
      });
    },
    afterNextArticle: (work) => void (pending = work),
    async visit(entries, { minutes = 10, of = 'courier' } = {}) {
      clock.now = new Date(clock.now.getTime() + minutes * MINUTE_MS);
      const known = await record(of);
      const visit = {
        kind: 'fresh',
        bytes: Buffer.from(rssOf(entries)),
        contentType: 'application/rss+xml',
        answeredBy: known.url,
        validators: {},
        hints: {},
      } as const;
      await carryVisit(known, visit, stages);
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

const rssOf = (entries: readonly Entry[]): string =>
  `<rss version="2.0"><channel><title>News</title><link>https://courier.example/</link>${entries.map(itemOf).join('')}</channel></rss>`;

const itemOf = ({ title, link, guid, pubDate, summary }: Entry): string =>
  `<item>${element('title', title)}${element('link', link)}${element('guid', guid, ' isPermaLink="false"')}${element('pubDate', pubDate)}${element('description', summary)}</item>`;

const element = (name: string, content: string | undefined, attributes = ''): string =>
  content === undefined ? '' : `<${name}${attributes}>${content.replaceAll('&', '&amp;')}</${name}>`;
