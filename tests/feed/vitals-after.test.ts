import { describe, expect, test } from 'vitest';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { vitalsAfter } from '#feed/vitals-after.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { feedRecord } from './feed-record.ts';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const ago = (ms: number): string => new Date(NOW.getTime() - ms).toISOString();
const fresh: FeedVisit = {
  kind: 'fresh',
  bytes: new Uint8Array(),
  answeredBy: 'https://news.example/feed.xml',
  validators: {},
  hints: {},
};

describe('how a feed is', () => {
  test('is told from its first document: its items, the newest of them, and what lies between two sittings', () => {
    // Three items at each sitting, once a week.
    const dates = [0, 7, 14, 21, 28].flatMap((days) =>
      [0, 1, 2].map((hours) => ago(days * DAY_MS + hours * HOUR_MS)),
    );
    const vitals = vitalsAfter(feedRecord(), fresh, { now: NOW, items: 15, newItems: 15, dates });
    expect(vitals).toMatchObject({ items: 15, newestAt: NOW.toISOString() });
    expect(vitals.rhythmMs).toBeGreaterThan(6 * DAY_MS);
    expect(vitals.rhythmMs).toBeLessThanOrEqual(7 * DAY_MS);
  });

  test('goes by no date that lies ahead', () => {
    const dates = [ago(-DAY_MS), ago(HOUR_MS)];
    expect(vitalsAfter(feedRecord(), fresh, { now: NOW, items: 2, dates }).newestAt).toBe(ago(HOUR_MS));
  });

  test('learns a new rhythm step by step, and one long silence changes little', () => {
    let record = feedRecord({ lastNewAt: ago(DAY_MS), vitals: { rhythmMs: 7 * DAY_MS } });
    for (let visit = 0; visit < 20; visit += 1) {
      record = { ...record, vitals: vitalsAfter(record, fresh, { now: NOW, items: 5, newItems: 1 }) };
    }
    expect(record.vitals?.rhythmMs).toBe(DAY_MS);
    const afterSilence = { ...record, lastNewAt: ago(40 * DAY_MS) };
    const vitals = vitalsAfter(afterSilence, fresh, { now: NOW, items: 5, newItems: 1 });
    expect(vitals.rhythmMs).toBeLessThan(2 * DAY_MS);
  });

  test('takes what comes within hours of each other for one sitting', () => {
    const record = feedRecord({ lastNewAt: ago(HOUR_MS), vitals: { rhythmMs: DAY_MS } });
    expect(vitalsAfter(record, fresh, { now: NOW, items: 5, newItems: 1 }).rhythmMs).toBe(DAY_MS);
  });

  test('remembers the last outage once it is over, and none of a moment', () => {
    const failing = (minutes: number) => feedRecord({ failingSince: ago(minutes * MINUTE_MS) });
    const after = (minutes: number) => vitalsAfter(failing(minutes), fresh, { now: NOW, items: 5 });
    expect(after(10).lastOutage).toBeUndefined();
    const { lastOutage } = after(90);
    expect(lastOutage).toEqual({ since: ago(90 * MINUTE_MS), until: NOW.toISOString() });
    const later = feedRecord({ vitals: after(90) });
    expect(vitalsAfter(later, fresh, { now: NOW, items: 6 }).lastOutage).toEqual(lastOutage);
  });

  test('keeps why the last visit failed until one is read, and what was known before', () => {
    const known = feedRecord({ vitals: { items: 5, rhythmMs: DAY_MS } });
    const failed: FeedVisit = { kind: 'failed', reason: 'refused', status: 403, detail: '', hints: {} };
    const failing = { ...known, vitals: vitalsAfter(known, failed, { now: NOW }) };
    expect(failing.vitals).toEqual({ items: 5, rhythmMs: DAY_MS, failure: 'refused', status: 403 });
    const unchanged: FeedVisit = { kind: 'unchanged', validators: {}, hints: {} };
    expect(vitalsAfter(failing, unchanged, { now: NOW })).toEqual({ items: 5, rhythmMs: DAY_MS });
  });
});
