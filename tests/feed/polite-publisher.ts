import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import { readDocument } from '#article/read-document.ts';
import { type Feed, type FeedRecord, feedIdOf } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { OutletId, OutletKind } from '#feed/outlet.ts';
import { recordAfterVisit } from '#feed/record-after-visit.ts';
import { type VisitMeans, visitDueFeeds } from '#feed/visit-due-feeds.ts';
import { DAY_MS, MINUTE_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { loopbackServer } from '../adapters/http/loopback-server.ts';

/** What a fake publisher answers to one request, and when by the virtual clock it came. */
export type Asked = {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
};
export type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
type Publish = (asked: Asked) => Answer;

/** One publisher and one reader: the real loop, fetcher, parser and database, by a clock that is moved by hand. */
export type PolitePublisher = AsyncDisposable & {
  readonly url: (path?: string) => string;
  readonly asked: readonly Asked[];
  readonly clock: () => Date;
  /** Adds a feed at this path. */
  readonly add: (
    path?: string,
    more?: { readonly kind?: OutletKind; readonly workspace?: string },
  ) => Promise<Feed>;
  /** Visits whatever is due now; gives how many requests were made. */
  readonly visit: () => Promise<number>;
  /** Moves the clock to when the feed is next due, at most this many days ahead, and visits it; gives the wait in minutes. */
  readonly nextVisit: (mostDays?: number) => Promise<number>;
  readonly wait: (minutes: number) => void;
  readonly record: (feed?: Feed) => Promise<FeedRecord>;
  /** Closes everything and opens it again on the same database. */
  readonly restart: () => Promise<void>;
};

const START = new Date('2026-03-02T10:00:00Z');

/** A feed document with so many items, and whatever else its channel says. */
export const rssWith = (items: number, channel = ''): string =>
  `<rss version="2.0"><channel><title>Herald</title>${channel}${Array.from(
    { length: items },
    (_, item) => `<item><title>Report number ${item}</title><guid>${item}</guid></item>`,
  ).join('')}</channel></rss>`;

/** Opens a publisher that answers like this; `means` are more of what the loop works with. */
export async function politePublisher(
  publish: Publish,
  means: Partial<Pick<VisitMeans, 'followersOf'>> & { readonly random?: () => number } = {},
): Promise<PolitePublisher> {
  const time = { now: START };
  const asked: Asked[] = [];
  const server = await loopbackServer(({ method = '', url = '', headers }, response) => {
    const one = { at: time.now, method, path: url, headers };
    asked.push(one);
    const answer = publish(one);
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
  });
  const file = join(tmpdir(), `readout-polite-${randomUUID()}.sqlite`);
  const feeds = new Map<string, { readonly feed: Feed; readonly kind: OutletKind }>();
  let reader = await openReader(file);

  const clock = () => time.now;
  const carry: VisitMeans['carry'] = async (record, visit) => {
    const known = feeds.get(record.feed);
    if (known === undefined) throw new Error(`Nobody added ${record.feed}.`);
    const { ledger } = reader.database;
    const read = await readDocument(record, visit, {
      parser: rssFeedParser,
      articles: ledger.articles,
      feed: known.feed,
      now: clock(),
    });
    const facts = { now: clock(), kind: known.kind, isAwaited: false, random: means.random ?? (() => 0.5) };
    const newItems = read.arrived.filter(({ article }) => article.edition === 1).length;
    await ledger.transaction(async (stores) => {
      for (const { article, keys } of read.arrived) {
        await stores.articles.save(article, 'read');
        await stores.articles.remember(keys, clock());
      }
      const held = read.heldUntil === undefined ? {} : { heldUntil: read.heldUntil };
      const after = recordAfterVisit(record, read.visit, {
        ...facts,
        ...held,
        newItems,
        ...read.document?.feed,
      });
      await stores.feeds.save(after);
    });
  };
  const visit = () => {
    const { followersOf } = means;
    const loop = {
      feeds: reader.database.ledger.feeds,
      fetcher: reader.fetcher,
      carry,
      clock,
      log: silentLog,
    };
    return visitDueFeeds(
      { ...loop, ...(followersOf && { followersOf }) },
      { hostsAtOnce: 4, feedsPerRound: 500 },
    );
  };
  const record = async (feed?: Feed): Promise<FeedRecord> => {
    const id = feed?.id ?? [...feeds.values()][0]?.feed.id;
    const found = id && (await reader.database.ledger.feeds.find(id));
    if (!found) throw new Error('There is no such feed.');
    return found;
  };
  return {
    url: (path = '/feed') => `${server.url}${path}`,
    asked,
    clock,
    async add(path = '/feed', { kind = 'media', workspace } = {}) {
      const url = `${server.url}${path}`;
      const id = feedIdOf(`${url}${workspace ?? ''}`);
      const feed: Feed = { id, url, outlet: 'herald' as OutletId, language: 'en' };
      feeds.set(id, { feed, kind });
      await reader.database.ledger.feeds.register([newFeedRecord(feed, time.now)]);
      return feed;
    },
    visit,
    async nextVisit(mostDays = 2) {
      const before = time.now;
      const due = new Date((await record()).nextVisitAt);
      if (due.getTime() - before.getTime() > mostDays * DAY_MS) throw new Error('It is due too late.');
      time.now = due;
      await visit();
      return (due.getTime() - before.getTime()) / MINUTE_MS;
    },
    wait: (minutes) => {
      time.now = new Date(time.now.getTime() + minutes * MINUTE_MS);
    },
    record,
    async restart() {
      await reader[Symbol.asyncDispose]();
      reader = await openReader(file);
    },
    async [Symbol.asyncDispose]() {
      await reader[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    },
  };
}

async function openReader(file: string) {
  const database = await openSqliteLedger({ file });
  const fetcher = undiciFeedFetcher({
    allowNetworks: ['127.0.0.0/8'],
    userAgent: 'Readout/test (+https://readout.example)',
    timeoutMs: 5_000,
    maxBytes: 1_024 * 1_024,
  });
  return {
    database,
    fetcher,
    async [Symbol.asyncDispose]() {
      await fetcher[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}
