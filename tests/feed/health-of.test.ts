import { describe, expect, test } from 'vitest';
import type { FeedRecord, FeedVitals } from '#feed/feed.ts';
import { healthOf, isRead } from '#feed/health-of.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { feedRecord } from './feed-record.ts';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const kindOf = (changes: Partial<FeedRecord>): string =>
  healthOf(feedRecord({ lastReadAt: '2026-03-02T11:50:00.000Z', ...changes }), NOW).kind;
const failing = (vitals: FeedVitals, more: Partial<FeedRecord> = {}): Partial<FeedRecord> => ({
  failingSince: '2026-03-02T02:10:00.000Z',
  failuresInARow: 14,
  vitals,
  ...more,
});

describe('a feed', () => {
  test('that was never visited is not read yet', () => {
    expect(healthOf(feedRecord({ isFirstVisitDone: false }), NOW)).toEqual({ kind: 'not-read-yet' });
  });

  test('that answers is well, with when it last had something new', () => {
    const record = feedRecord({
      lastReadAt: '2026-03-02T11:50:00.000Z',
      lastNewAt: '2026-03-02T11:00:00.000Z',
    });
    expect(healthOf(record, NOW)).toEqual({ kind: 'well', newestAt: '2026-03-02T11:00:00.000Z' });
  });

  test('that fails says since when, how often it was asked, and why', () => {
    const record = feedRecord(failing({ failure: 'server-error', status: 503 }));
    expect(healthOf(record, NOW)).toEqual({
      kind: 'failing',
      since: '2026-03-02T02:10:00.000Z',
      tries: 14,
      reason: 'server-error',
      status: 503,
    });
  });

  test.each([
    ['forbids', { failure: 'refused', status: 403 }, 'blocked'],
    ['asks whether we are human', { failure: 'refused' }, 'blocked'],
    ['does not understand the request', { failure: 'refused', status: 400 }, 'failing'],
    ['is gone', { failure: 'gone', status: 410 }, 'gone'],
    ['is not found today', { failure: 'not-found', status: 404 }, 'failing'],
  ] as const)('that %s is told so', (_what, vitals, kind) => {
    expect(kindOf(failing(vitals))).toBe(kind);
  });

  test('that was not found for a week is gone', () => {
    const vitals = { failure: 'not-found', status: 404 } as const;
    expect(kindOf(failing(vitals, { failingSince: '2026-02-20T12:00:00.000Z' }))).toBe('gone');
  });

  test('that holds no item is empty, and one that is held back is parked', () => {
    expect(kindOf({ vitals: { items: 0 } })).toBe('empty');
    expect(kindOf({ vitals: { items: 30 }, parkedSince: '2026-03-02T11:00:00.000Z' })).toBe('parked');
  });

  test('is stale after five times its rhythm, and never within two days', () => {
    const silent = (newestAt: string, hours: number) =>
      kindOf({ vitals: { newestAt, rhythmMs: hours * HOUR_MS } });
    expect(silent('2026-02-28T13:00:00.000Z', 1)).toBe('well');
    expect(silent('2026-02-28T11:00:00.000Z', 1)).toBe('stale');
    expect(silent('2026-02-28T11:00:00.000Z', 24)).toBe('well');
    expect(silent('2026-02-25T11:00:00.000Z', 24)).toBe('stale');
  });

  test('whose rhythm is not known is never called stale', () => {
    expect(kindOf({ vitals: { newestAt: '2025-01-01T00:00:00.000Z' } })).toBe('well');
  });

  test('that is read elsewhere than it is listed has moved', () => {
    const record = feedRecord({ lastReadAt: '2026-03-02T11:50:00.000Z', url: 'https://new.example/feed' });
    expect(healthOf(record, NOW, 'https://news.example/feed.xml')).toEqual({
      kind: 'moved',
      to: 'https://new.example/feed',
    });
    expect(kindOf({ movedTo: 'https://new.example/feed' })).toBe('moved');
  });

  test('is read where it answers, in whatever state', () => {
    expect(isRead({ kind: 'stale', newestAt: '', rhythmMs: 1 })).toBe(true);
    expect(isRead(healthOf(feedRecord(failing({ failure: 'timeout' })), NOW))).toBe(false);
  });
});
