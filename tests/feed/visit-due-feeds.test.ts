import { describe, expect, test } from 'vitest';
import { bodyHashOf } from '#feed/body-hash-of.ts';
import type { FeedId, FeedRecord } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { type VisitMeans, visitDueFeeds } from '#feed/visit-due-feeds.ts';
import { silentLog } from '#kernel/log.ts';
import { feedRecord } from './feed-record.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const bytes = new TextEncoder().encode('<rss/>');
const fresh = (url: string): FeedVisit => ({
  kind: 'fresh',
  bytes,
  answeredBy: url,
  validators: { etag: '"new"' },
  hints: {},
});
const recordAt = (name: string, changes: Partial<FeedRecord> = {}) =>
  feedRecord({ feed: name as FeedId, url: `https://${name}.example/feed.xml`, ...changes });

function storeOf(due: readonly FeedRecord[]): { readonly feeds: FeedStore; readonly saved: FeedRecord[] } {
  const saved: FeedRecord[] = [];
  const feeds: FeedStore = {
    register: async () => undefined,
    retainOnly: async () => undefined,
    listDue: async (_now, limit) => due.slice(0, limit),
    find: async () => undefined,
    listAll: async () => due,
    save: async (record) => void saved.push(record),
  };
  return { feeds, saved };
}

/** Lets everything that is ready run, without waiting for any time to pass. */
const settle = () => new Promise<void>((done) => setImmediate(done));

function meansOf(due: readonly FeedRecord[], changes: Partial<VisitMeans> = {}) {
  const { feeds, saved } = storeOf(due);
  const carried: (readonly [string, FeedVisit['kind']])[] = [];
  const means: VisitMeans = {
    feeds,
    fetcher: { visit: async ({ url }) => fresh(url) },
    carry: async (record, visit) => void carried.push([record.feed, visit.kind]),
    clock: () => NOW,
    log: silentLog,
    ...changes,
  };
  return { means, saved, carried };
}

const LIMITS = { hostsAtOnce: 3, feedsPerRound: 100 };

describe('visiting due feeds', () => {
  test('carries every visit, and says how many there were', async () => {
    const { means, carried } = meansOf([recordAt('a'), recordAt('b')]);
    expect(await visitDueFeeds(means, LIMITS)).toBe(2);
    expect(carried).toEqual([
      ['a', 'fresh'],
      ['b', 'fresh'],
    ]);
  });

  test('asks one host once at a time, and different hosts side by side', async () => {
    const open: string[] = [];
    const seen: (readonly string[])[] = [];
    const visit = async ({ url }: { readonly url: string }) => {
      const { host } = new URL(url);
      open.push(host);
      seen.push([...open]);
      await settle();
      open.splice(open.indexOf(host), 1);
      return fresh(url);
    };
    const sameHost = ['1', '2', '3'].map((path) => recordAt(path, { url: `https://a.example/${path}` }));
    const due = [...sameHost, recordAt('b'), recordAt('c'), recordAt('d')];
    await visitDueFeeds(meansOf(due, { fetcher: { visit } }).means, LIMITS);
    expect(seen.every((hosts) => new Set(hosts).size === hosts.length)).toBe(true);
    expect(Math.max(...seen.map((hosts) => hosts.length))).toBe(3);
  });

  test('carries one visit at a time', async () => {
    let carrying = 0;
    const seen: number[] = [];
    const carry = async () => {
      carrying += 1;
      seen.push(carrying);
      await settle();
      carrying -= 1;
    };
    const { means } = meansOf([recordAt('a'), recordAt('b'), recordAt('c')], { carry });
    await visitDueFeeds(means, LIMITS);
    expect(seen).toEqual([1, 1, 1]);
  });

  test('goes on after a feed that cannot be carried, which comes again later with its old validators', async () => {
    const carried: string[] = [];
    const carry = async ({ feed }: FeedRecord) => {
      if (feed === 'a') throw new Error('no room');
      carried.push(feed);
    };
    const { means, saved } = meansOf([recordAt('a'), recordAt('b')], { carry });
    await visitDueFeeds(means, LIMITS);
    expect(carried).toEqual(['b']);
    expect(saved).toEqual([
      recordAt('a', { validators: { etag: '"one"' }, nextVisitAt: '2026-03-02T10:10:00.000Z' }),
    ]);
  });

  test('takes the same bytes under a new ETag for an unchanged document', async () => {
    const { means, carried } = meansOf([recordAt('a', { bodyHash: bodyHashOf(bytes) })]);
    await visitDueFeeds(means, LIMITS);
    expect(carried).toEqual([['a', 'unchanged']]);
  });

  test('starts no further visit once it is told to stop', async () => {
    const stop = new AbortController();
    const { means, carried } = meansOf([recordAt('a'), recordAt('b')], {
      fetcher: {
        visit: async ({ url }) => {
          stop.abort();
          return fresh(url);
        },
      },
    });
    expect(await visitDueFeeds(means, { ...LIMITS, hostsAtOnce: 1, signal: stop.signal })).toBe(1);
    expect(carried).toHaveLength(1);
  });
});
