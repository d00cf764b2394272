import { describe, expect, test } from 'vitest';
import type { FeedRecord } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { recordAfterVisit, type VisitFacts } from '#feed/record-after-visit.ts';
import { feedRecord } from './feed-record.ts';

const facts = (at = '2026-03-02T10:00:00.000Z', more: Partial<VisitFacts> = {}): VisitFacts => ({
  now: new Date(at),
  kind: 'media',
  isAwaited: false,
  random: () => 0.5,
  ...more,
});
const bytes = new TextEncoder().encode('<rss/>');
const fresh: FeedVisit = {
  kind: 'fresh',
  bytes,
  answeredBy: 'https://news.example/feed.xml',
  validators: { etag: 'W/"two"' },
  hints: {},
};
const unchanged: FeedVisit = { kind: 'unchanged', validators: { etag: '"one"' }, hints: {} };
const failed: FeedVisit = {
  kind: 'failed',
  reason: 'timeout',
  detail: 'It did not answer in time.',
  hints: {},
};
const moved = (to: string): FeedVisit => ({ ...unchanged, movedTo: to });

describe('a visit that was read', () => {
  test('keeps the new validators, the hash of the body, and that it went well', () => {
    const before = feedRecord({
      failuresInARow: 3,
      failingSince: '2026-03-01T00:00:00.000Z',
      lastFailure: 'x',
    });
    const after = recordAfterVisit(before, fresh, facts());
    expect(after).toMatchObject({
      validators: { etag: 'W/"two"' },
      failuresInARow: 0,
      lastReadAt: '2026-03-02T10:00:00.000Z',
      nextVisitAt: '2026-03-02T10:10:00.000Z',
      isFirstVisitDone: true,
    });
    expect(after.bodyHash).toMatch(/^[\w-]{43}$/);
    expect(after).not.toHaveProperty('failingSince');
    expect(after).not.toHaveProperty('lastFailure');
  });

  test('takes the hints of the document as well as those of the server', () => {
    expect(recordAfterVisit(feedRecord(), fresh, facts(undefined, { ttlMinutes: 30 })).nextVisitAt).toBe(
      '2026-03-02T10:30:00.000Z',
    );
  });

  test('remembers what the document asked until a document asks for something else', () => {
    const asking = recordAfterVisit(feedRecord(), fresh, facts(undefined, { ttlMinutes: 30 }));
    const later = recordAfterVisit(asking, unchanged, facts('2026-03-02T10:30:00.000Z'));
    expect(later.nextVisitAt).toBe('2026-03-02T11:00:00.000Z');
    const silent = recordAfterVisit(later, fresh, facts('2026-03-02T11:00:00.000Z'));
    expect(silent).not.toHaveProperty('documentHints');
    expect(silent.nextVisitAt).toBe('2026-03-02T11:10:00.000Z');
  });

  test('moves what is usual by one towards what it brought, so that a flood changes it little', () => {
    const before = feedRecord({ usualNewItems: 3 });
    expect(recordAfterVisit(before, fresh, facts(undefined, { newItems: 500 })).usualNewItems).toBe(4);
    expect(recordAfterVisit(before, fresh, facts(undefined, { newItems: 0 })).usualNewItems).toBe(2);
    expect(recordAfterVisit(before, unchanged, facts()).usualNewItems).toBe(3);
  });

  test('remembers until when the first item is held, beside the validators, until another document is read', () => {
    const heldUntil = '2026-03-02T13:00:00.000Z';
    const after = recordAfterVisit(feedRecord(), fresh, facts(undefined, { heldUntil }));
    expect(after).toMatchObject({ validators: fresh.validators, vitals: { heldUntil } });
    expect(after).toHaveProperty('bodyHash');
    expect(recordAfterVisit(after, unchanged, facts()).vitals).toMatchObject({ heldUntil });
    expect(recordAfterVisit(after, failed, facts()).vitals).toMatchObject({ heldUntil });
    expect(recordAfterVisit(after, fresh, facts()).vitals).not.toHaveProperty('heldUntil');
  });

  test('parks a flooding feed, and a second flood does not move the date', () => {
    const first = recordAfterVisit(feedRecord(), fresh, facts('2026-03-02T10:00:00.000Z', { isFlood: true }));
    const second = recordAfterVisit(first, fresh, facts('2026-03-02T11:00:00.000Z', { isFlood: true }));
    expect(second.parkedSince).toBe('2026-03-02T10:00:00.000Z');
  });
});

describe('a visit that failed', () => {
  test('keeps the validators, counts, and says since when and why', () => {
    const once = recordAfterVisit(feedRecord(), failed, facts('2026-03-02T10:00:00.000Z'));
    const twice = recordAfterVisit(once, failed, facts('2026-03-02T11:00:00.000Z'));
    expect(twice).toMatchObject({
      validators: { etag: '"one"' },
      failuresInARow: 2,
      failingSince: '2026-03-02T10:00:00.000Z',
      lastFailure: 'It did not answer in time.',
    });
  });

  test('does not end the wait for a first visit', () => {
    const after = recordAfterVisit(feedRecord({ isFirstVisitDone: false }), failed, facts());
    expect(after.isFirstVisitDone).toBe(false);
  });
});

describe('a permanent redirect', () => {
  const to = 'https://news.example/new.xml';
  const visits = (...all: readonly (readonly [string, FeedVisit])[]): FeedRecord =>
    all.reduce((record, [at, visit]) => recordAfterVisit(record, visit, facts(at)), feedRecord());

  test('is believed after three visits over a day, and then the old validators go', () => {
    const after = visits(
      ['2026-03-01T10:00:00Z', moved(to)],
      ['2026-03-01T22:00:00Z', moved(to)],
      ['2026-03-02T10:00:00Z', moved(to)],
    );
    expect(after).toMatchObject({ url: to, validators: {}, movedCount: 0 });
    expect(after).not.toHaveProperty('movedTo');
  });

  test('is not believed within a day, however often it is said', () => {
    const hours = ['10', '11', '12', '13', '14'];
    const after = visits(...hours.map((hour) => [`2026-03-01T${hour}:00:00Z`, moved(to)] as const));
    expect(after).toMatchObject({ url: 'https://news.example/feed.xml', movedCount: 5 });
  });

  test('that changes its mind starts again', () => {
    const after = visits(
      ['2026-03-01T10:00:00Z', moved(to)],
      ['2026-03-01T22:00:00Z', moved(to)],
      ['2026-03-02T10:00:00Z', unchanged],
      ['2026-03-02T22:00:00Z', moved(to)],
    );
    expect(after).toMatchObject({ url: 'https://news.example/feed.xml', movedCount: 1 });
  });
});
