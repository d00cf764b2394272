import { describe, expect, test } from 'vitest';
import type { FeedId, FeedRecord } from '#feed/feed.ts';
import { outagesToTell, type ToldOutage } from '#feed/outages.ts';
import type { OutletKind } from '#feed/outlet.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { feedRecord } from './feed-record.ts';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const minutesAgo = (minutes: number): string => new Date(NOW.getTime() - minutes * MINUTE_MS).toISOString();

const well = (name: string): FeedRecord => feedRecord({ feed: name as FeedId });
const failing = (name: string, minutes: number, tries = 3): FeedRecord =>
  feedRecord({ feed: name as FeedId, failingSince: minutesAgo(minutes), failuresInARow: tries });
const wells = (count: number): readonly FeedRecord[] =>
  Array.from({ length: count }, (_, number) => well(`well-${number}`));

const tell = (records: readonly FeedRecord[], told: readonly ToldOutage[] = [], kind: OutletKind = 'media') =>
  outagesToTell(records, told, { now: NOW, kindOf: () => kind, feeds: records.length });
const kinds = (records: readonly FeedRecord[], told?: readonly ToldOutage[], kind?: OutletKind) =>
  tell(records, told, kind).news.map((news) => news.kind);

describe('an outage', () => {
  test('is three visits in vain and half an hour, two visits for an official feed', () => {
    expect(kinds([failing('a', 40, 2), ...wells(9)])).toEqual([]);
    expect(kinds([failing('a', 20, 3), ...wells(9)])).toEqual([]);
    expect(kinds([failing('a', 40, 3), ...wells(9)])).toEqual(['began']);
    expect(kinds([failing('a', 40, 2), ...wells(9)], [], 'official')).toEqual(['began']);
  });

  test('is told at once where the server says that the feed is gone for good, and only then', () => {
    const gone: FeedRecord = { ...failing('a', 0, 1), vitals: { failure: 'gone', status: 410 } };
    const missing: FeedRecord = { ...failing('a', 0, 1), vitals: { failure: 'not-found', status: 404 } };
    const { news, begun } = tell([gone, ...wells(9)]);
    expect(news.map(({ kind }) => kind)).toEqual(['began']);
    expect(kinds([{ ...gone, failuresInARow: 2 }, ...wells(9)], begun)).toEqual([]);
    expect(kinds([missing, ...wells(9)])).toEqual([]);
  });

  test('is told once, and its end once', () => {
    const records = [failing('a', 40), ...wells(9)];
    const { begun } = tell(records);
    expect(kinds(records, begun)).toEqual([]);
    const after = tell([well('a'), ...wells(9)], begun);
    expect(after.news.map(({ kind }) => kind)).toEqual(['ended']);
    expect(after.over).toEqual(['a']);
  });

  test('of a feed that was taken out of the catalogue is forgotten without a word', () => {
    const { begun } = tell([failing('a', 40), ...wells(9)]);
    expect(tell(wells(9), begun)).toEqual({ news: [], begun: [], over: ['a'] });
  });

  test('that comes back is told anew', () => {
    const first = tell([failing('a', 90), ...wells(9)]);
    const second = tell([failing('a', 40), ...wells(9)]);
    expect(first.news[0]?.notice).not.toBe(second.news[0]?.notice);
  });
});

describe('many feeds that fail at once', () => {
  const together = (count: number, minutes = 40) =>
    Array.from({ length: count }, (_, number) =>
      failing(`down-${number}`, minutes - number, number === 0 ? 3 : 1),
    );

  test('are one notice: five of many, or a fifth of a few', () => {
    const { news, begun } = tell([...together(5), ...wells(95)]);
    expect(news).toMatchObject([{ kind: 'many-began', since: minutesAgo(40) }]);
    expect(begun).toHaveLength(5);
    expect(kinds([...together(3), ...wells(9)])).toEqual(['many-began']);
    expect(kinds([...together(3), ...wells(95)])).toEqual(['began']);
    expect(kinds([...together(2), ...wells(2)])).toEqual(['began']);
  });

  test('are not those that fail for reasons of their own, hours apart', () => {
    const apart = [40, 100, 160, 220, 280].map((minutes) => failing(`own-${minutes}`, minutes));
    expect(kinds([...apart, ...wells(40)])).toEqual(['began', 'began', 'began', 'began', 'began']);
  });

  test('recover in one notice, once half of them answer, and what is left is told by itself', () => {
    const down = together(6);
    const { begun } = tell([...down, ...wells(44)]);
    const recovering = (answering: number) => [
      ...down.map((record, number) =>
        number < answering ? well(record.feed) : { ...record, failuresInARow: 4 },
      ),
      ...wells(44),
    ];
    expect(kinds(recovering(2), begun)).toEqual([]);
    const after = tell(recovering(4), begun);
    expect(after.news[0]).toMatchObject({ kind: 'many-ended', left: 2 });
    expect(after.news.slice(1).map(({ kind }) => kind)).toEqual(['began', 'began']);
    expect(after.begun.map(({ feed }) => feed)).toEqual(['down-4', 'down-5']);
  });
});
