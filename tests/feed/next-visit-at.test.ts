import { describe, expect, test } from 'vitest';
import type { FeedRecord } from '#feed/feed.ts';
import type { FeedVisit, VisitFailure } from '#feed/feed-visit.ts';
import { type Cadence, nextVisitAt } from '#feed/next-visit-at.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { feedRecord } from './feed-record.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const unchanged: FeedVisit = { kind: 'unchanged', validators: { etag: '"one"' }, hints: {} };
const unconditional: FeedVisit = { ...unchanged, validators: {} };
const failed = (reason: VisitFailure): FeedVisit => ({ kind: 'failed', reason, detail: '', hints: {} });

function minutesFor(visit: FeedVisit, changes: Partial<Cadence> = {}, record = feedRecord()): number {
  const cadence = {
    now: NOW,
    kind: 'media',
    isAwaited: false,
    hints: {},
    random: () => 0.5,
    ...changes,
  } as const;
  return (nextVisitAt(visit, record, cadence).getTime() - NOW.getTime()) / MINUTE_MS;
}

describe('a feed that answers', () => {
  test('of the catalogue is read every ten minutes', () => {
    expect(minutesFor(unchanged)).toBe(10);
    expect(minutesFor(unchanged, { kind: 'official' })).toBe(10);
  });

  test('of an awaited side is read every five minutes', () => {
    expect(minutesFor(unchanged, { kind: 'official', isAwaited: true })).toBe(5);
  });

  test('that a user added is read hourly, more often the more it brings, never under ten minutes', () => {
    expect(minutesFor(unchanged, { kind: 'unverified' })).toBe(60);
    expect(minutesFor(unchanged, { kind: 'unverified' }, feedRecord({ usualNewItems: 2 }))).toBe(20);
    expect(minutesFor(unchanged, { kind: 'unverified' }, feedRecord({ usualNewItems: 50 }))).toBe(10);
  });

  test('that a user added is read hourly again where a day or more lies between two of its sittings', () => {
    const added = (changes: Partial<FeedRecord>) =>
      minutesFor(unchanged, { kind: 'unverified' }, feedRecord({ usualNewItems: 5, ...changes }));
    expect(added({ vitals: { rhythmMs: 8 * HOUR_MS } })).toBe(10);
    expect(added({ vitals: { rhythmMs: 7 * 24 * HOUR_MS } })).toBe(60);
    expect(added({ lastNewAt: '2026-03-02T01:00:00.000Z' })).toBe(10);
    expect(added({ lastNewAt: '2026-02-26T01:00:00.000Z' })).toBe(60);
  });

  test('without validators is read hourly, since each visit is sent all of it; official ones and wires are not', () => {
    expect(minutesFor(unconditional, { kind: 'media' })).toBe(60);
    expect(minutesFor(unconditional, { kind: 'analysis' })).toBe(60);
    expect(minutesFor(unconditional, { kind: 'unverified' }, feedRecord({ usualNewItems: 5 }))).toBe(60);
    expect(minutesFor(unconditional, { kind: 'wire' })).toBe(10);
    expect(minutesFor(unconditional, { kind: 'official', isAwaited: true })).toBe(5);
    const dated: FeedVisit = { ...unchanged, validators: { lastModified: 'Mon, 02 Mar 2026 09:00:00 GMT' } };
    expect(minutesFor(dated)).toBe(10);
  });

  test('comes up to a tenth sooner or later than its pace', () => {
    expect(minutesFor(unchanged, { random: () => 0 })).toBeCloseTo(9);
    expect(minutesFor(unchanged, { random: () => 1 })).toBeCloseTo(11);
  });
});

describe('what server and document ask', () => {
  test('wins over our pace, and jitter never makes us come sooner', () => {
    expect(minutesFor(unchanged, { hints: { notBeforeMs: 2 * HOUR_MS }, random: () => 0 })).toBe(120);
    expect(minutesFor(unchanged, { hints: { ttlMinutes: 45 } })).toBe(45);
  });

  test('does not make us come more often', () => {
    expect(minutesFor(unchanged, { hints: { ttlMinutes: 1 } })).toBe(10);
  });

  test('counts for a day at most', () => {
    expect(minutesFor(unchanged, { hints: { ttlMinutes: 1e9 } })).toBe(24 * 60);
  });

  test('skipped hours are waited out', () => {
    const at = new Date('2026-03-02T10:55:00Z');
    const hints = { skipHours: [11, 12] };
    const cadence = { now: at, kind: 'media', isAwaited: false, hints, random: () => 0.5 } as const;
    expect(nextVisitAt(unchanged, feedRecord(), cadence)).toEqual(new Date('2026-03-02T13:05:00Z'));
  });

  test('skipped days are waited out, and a weekend still has one visit a day', () => {
    const hints = { skipDays: [6, 0] };
    const cadence = { kind: 'media', isAwaited: false, hints, random: () => 0.5 } as const;
    const sunday = { ...cadence, now: new Date('2026-03-01T20:00:00Z') };
    expect(nextVisitAt(unchanged, feedRecord(), sunday)).toEqual(new Date('2026-03-02T00:05:00Z'));
    const friday = { ...cadence, now: new Date('2026-03-06T23:55:00Z') };
    expect(nextVisitAt(unchanged, feedRecord(), friday)).toEqual(new Date('2026-03-07T23:55:00Z'));
  });

  test('a feed that skips every hour of the day is still read once a day', () => {
    const skipHours = Array.from({ length: 24 }, (_, hour) => hour);
    expect(minutesFor(unchanged, { hints: { skipHours } })).toBe(24 * 60);
  });
});

describe('a feed that fails', () => {
  test('is asked ever more rarely', () => {
    expect(minutesFor(failed('timeout'), {}, feedRecord({ failuresInARow: 1 }))).toBe(20);
    expect(minutesFor(failed('timeout'), {}, feedRecord({ failuresInARow: 2 }))).toBe(40);
  });

  test.each([
    ['server-error', 60],
    ['not-found', 6 * 60],
    ['too-many-requests', 24 * 60],
  ] as const)('with %s is asked at least every %i minutes', (reason, minutes) => {
    expect(minutesFor(failed(reason), {}, feedRecord({ failuresInARow: 99 }))).toBe(minutes);
  });

  test('and is gone is asked once a day from the first time', () => {
    expect(minutesFor(failed('gone'), {}, feedRecord({ failuresInARow: 1 }))).toBe(24 * 60);
  });

  test('and was not found ten times over a week counts as gone, not before', () => {
    const failingFor = (failuresInARow: number, failingSince: string) =>
      minutesFor(failed('not-found'), {}, feedRecord({ failuresInARow, failingSince }));
    expect(failingFor(10, '2026-02-23T10:00:00.000Z')).toBe(24 * 60);
    expect(failingFor(9, '2026-02-23T10:00:00.000Z')).toBe(6 * 60);
    expect(failingFor(30, '2026-02-23T10:01:00.000Z')).toBe(6 * 60);
  });
});
