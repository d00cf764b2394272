import { describe, expect, test } from 'vitest';
import { bodyHashOf } from '#feed/body-hash-of.ts';
import type { FeedId, FeedRecord } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { FeedVisit, RevisitHints, VisitFailure, VisitRequest } from '#feed/feed-visit.ts';
import { type UnchangedVisit, type VisitMeans, visitDueFeeds } from '#feed/visit-due-feeds.ts';
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

/** `others` are known and not due. */
function storeOf(due: readonly FeedRecord[], others: readonly FeedRecord[] = []) {
  const saved: FeedRecord[] = [];
  const all = [...due, ...others];
  const feeds: FeedStore = {
    register: async () => undefined,
    retainOnly: async () => undefined,
    forget: async () => undefined,
    listDue: async (_now, limit) => {
      const urls = new Set(due.slice(0, limit).map(({ url }) => url));
      return all.filter(({ url }) => urls.has(url));
    },
    listOf: async () => [],
    find: async () => undefined,
    listFailing: async () => all.filter(({ failingSince }) => failingSince !== undefined),
    listAll: async () => all,
    save: async (record) => void saved.push(record),
    postpone: async (names, until) =>
      void saved.push(
        ...all
          .filter(({ feed }) => names.includes(feed))
          .map((record) => ({ ...record, nextVisitAt: until.toISOString() })),
      ),
  };
  return { feeds, saved };
}

/** Lets everything that is ready run, without waiting for any time to pass. */
const settle = () => new Promise<void>((done) => setImmediate(done));

function meansOf(
  due: readonly FeedRecord[],
  changes: Partial<VisitMeans> = {},
  others: readonly FeedRecord[] = [],
) {
  const { feeds, saved } = storeOf(due, others);
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

const tenForEach = async (feeds: readonly FeedId[]): Promise<number> => feeds.length * 10;

/** Fails every time, and keeps what was asked for. */
const failing = (reason: VisitFailure, hints: RevisitHints = {}) => {
  const asked: string[] = [];
  const visit = async ({ url }: VisitRequest): Promise<FeedVisit> => {
    asked.push(url);
    return { kind: 'failed', reason, detail: '', hints };
  };
  return { asked, fetcher: { visit } };
};

const refuseAll = async (): Promise<never> => {
  throw new Error('one of them cannot be kept');
};

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

  test('does not let one host’s visit, that takes long to carry, hold up the others', async () => {
    const { promise: othersDone, resolve: tellDone } = Promise.withResolvers<void>();
    const carried: string[] = [];
    const carry = async ({ feed }: FeedRecord) => {
      if (feed === 'a') await othersDone;
      carried.push(feed);
      if (carried.length === 2) tellDone();
    };
    const { means } = meansOf([recordAt('a'), recordAt('b'), recordAt('c')], { carry });
    await visitDueFeeds(means, LIMITS);
    expect(carried).toEqual(['b', 'c', 'a']);
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

describe('feeds that live at one address', () => {
  const url = 'https://shared.example/feed.xml';
  const twin = (name: string, changes: Partial<FeedRecord> = {}) => recordAt(name, { url, ...changes });

  /** Fetches as `fresh` does, and keeps what was asked for. */
  function askingFetcher() {
    const asked: VisitRequest[] = [];
    const visit = async (request: VisitRequest) => {
      asked.push(request);
      return fresh(request.url);
    };
    return { asked, fetcher: { visit } };
  }

  test('are asked for once, and each is carried, due or not', async () => {
    const { asked, fetcher } = askingFetcher();
    const { means, carried } = meansOf([twin('a'), twin('b')], { fetcher }, [twin('c'), recordAt('d')]);
    expect(await visitDueFeeds(means, LIMITS)).toBe(1);
    expect(asked).toEqual([{ url, validators: { etag: '"one"' } }]);
    expect(carried.map(([feed]) => feed)).toEqual(['a', 'b', 'c']);
  });

  test('are asked for without conditions where they know different documents', async () => {
    const { asked, fetcher } = askingFetcher();
    const due = [twin('a'), twin('b', { validators: {} })];
    await visitDueFeeds(meansOf(due, { fetcher }).means, LIMITS);
    expect(asked).toEqual([{ url, validators: {} }]);
  });

  test('each compare the document with their own last one', async () => {
    const due = [twin('a', { bodyHash: bodyHashOf(bytes) }), twin('b')];
    const { means, carried } = meansOf(due);
    await visitDueFeeds(means, LIMITS);
    expect(carried).toEqual([
      ['a', 'unchanged'],
      ['b', 'fresh'],
    ]);
  });

  test('are each carried though one of them cannot be', async () => {
    const carried: string[] = [];
    const carry = async ({ feed }: FeedRecord) => {
      if (feed === 'a') throw new Error('no room');
      carried.push(feed);
    };
    const { means, saved } = meansOf([twin('a'), twin('b')], { carry });
    await visitDueFeeds(means, LIMITS);
    expect(carried).toEqual(['b']);
    expect(saved.map(({ feed }) => feed)).toEqual(['a']);
  });

  test('tell the publisher how many watch them all together, where publishers are told', async () => {
    const { asked, fetcher } = askingFetcher();
    await visitDueFeeds(meansOf([twin('a'), twin('b')], { fetcher, followersOf: tenForEach }).means, LIMITS);
    expect(asked).toMatchObject([{ url, followers: 20 }]);
  });
});

describe('a host', () => {
  const pages = (count: number) =>
    Array.from({ length: count }, (_, page) => recordAt(`p${page}`, { url: `https://one.example/${page}` }));

  test.each([
    ['too many requests, for ten minutes', 'too-many-requests', undefined, '2026-03-02T10:10:00.000Z'],
    ['too many requests, for as long as it asks', 'too-many-requests', 1, '2026-03-02T10:01:00.000Z'],
    ['too many requests, for an hour at most', 'too-many-requests', 600, '2026-03-02T11:00:00.000Z'],
    ['unavailable until then', 'server-error', 30, '2026-03-02T10:30:00.000Z'],
  ] as const)('that says %s is asked for none of its other feeds', async (_what, reason, minutes, until) => {
    const hints = minutes === undefined ? {} : { notBeforeMs: minutes * 60_000 };
    const { asked, fetcher } = failing(reason, hints);
    const { means, saved } = meansOf([...pages(3), recordAt('b')], { fetcher });
    expect(await visitDueFeeds(means, LIMITS)).toBe(2);
    expect(asked).toEqual(['https://one.example/0', 'https://b.example/feed.xml']);
    expect(saved.map(({ feed, nextVisitAt }) => [feed, nextVisitAt])).toEqual([
      ['p0', until],
      ['p1', until],
      ['p2', until],
      ['b', until],
    ]);
  });

  test('that asks for peace is left alone by feeds that are not due yet, and by no others', async () => {
    const { fetcher } = failing('too-many-requests');
    const { means, saved } = meansOf(pages(1), { fetcher }, [
      recordAt('later', { url: 'https://one.example/later' }),
      recordAt('elsewhere', { url: 'https://one.example.org/later' }),
    ]);
    await visitDueFeeds(means, LIMITS);
    expect(saved.map(({ feed }) => feed)).toEqual(['p0', 'later']);
  });

  test('that asks for peace gets it also where its feeds before had nothing new', async () => {
    const order: string[] = [];
    const [first, second] = pages(2);
    if (first === undefined || second === undefined) throw new Error('There are two.');
    const { means } = meansOf([{ ...first, bodyHash: bodyHashOf(bytes) }, second], {
      fetcher: {
        visit: async (request) =>
          request.url === first.url
            ? fresh(request.url)
            : failing('too-many-requests').fetcher.visit(request),
      },
      carryUnchanged: async () => {
        await settle();
        order.push('unchanged');
      },
    });
    const postpone = async () => void order.push('postponed');
    await visitDueFeeds({ ...means, feeds: { ...means.feeds, postpone } }, LIMITS);
    expect(order).toEqual(['unchanged', 'postponed']);
  });

  test('that lets two visits wait in vain keeps nobody waiting for two hundred', async () => {
    const { asked, fetcher } = failing('timeout');
    const { means, saved } = meansOf(pages(200), { fetcher });
    expect(await visitDueFeeds(means, { ...LIMITS, feedsPerRound: 200 })).toBe(2);
    expect(asked).toHaveLength(2);
    expect(saved).toHaveLength(200);
  });

  test('where single feeds are not found is asked for all the others', async () => {
    const { asked, fetcher } = failing('not-found');
    await visitDueFeeds(meansOf(pages(5), { fetcher }).means, LIMITS);
    expect(asked).toHaveLength(5);
  });
});

describe('visits that found nothing new', () => {
  const known = (name: string) => recordAt(name, { bodyHash: bodyHashOf(bytes) });

  test('are taken home together, apart from those that brought something', async () => {
    const together: (readonly string[])[] = [];
    const carryUnchanged = async (visits: readonly UnchangedVisit[]) =>
      void together.push(visits.map(({ record }) => record.feed));
    const { means, carried } = meansOf([known('a'), recordAt('b'), known('c')], { carryUnchanged });
    await visitDueFeeds(means, LIMITS);
    expect(together).toEqual([['a', 'c']]);
    expect(carried).toEqual([['b', 'fresh']]);
  });

  test('do not wait for the end of a long round', async () => {
    const sizes: number[] = [];
    const carryUnchanged = async (visits: readonly UnchangedVisit[]) => void sizes.push(visits.length);
    const due = Array.from({ length: 250 }, (_, feed) => known(`f${feed}`));
    await visitDueFeeds(meansOf(due, { carryUnchanged }).means, { ...LIMITS, feedsPerRound: 250 });
    expect(sizes).toEqual([100, 100, 50]);
  });

  test('are each tried by themselves where they cannot be kept together', async () => {
    const { means, carried } = meansOf([known('a'), known('b')], { carryUnchanged: refuseAll });
    await visitDueFeeds(means, LIMITS);
    expect(carried).toEqual([
      ['a', 'unchanged'],
      ['b', 'unchanged'],
    ]);
  });
});
