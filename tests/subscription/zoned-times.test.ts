import { describe, expect, test } from 'vitest';
import type { Rhythm } from '#subscription/rhythm.ts';
import { isZone, lastDigestAt, nextDigestAt, nextFullHour, quietUntil } from '#subscription/zoned-times.ts';

const NIGHT = { from: '22:00', to: '07:00' };
const daily: Rhythm = { days: 'daily', at: '08:00' };

const moment = (at: string): Date => new Date(at);

describe('quiet hours', () => {
  test.each([
    ['Europe/Paris', '2026-06-10T19:59:00Z', undefined],
    ['Europe/Paris', '2026-06-10T20:00:00Z', '2026-06-11T05:00:00.000Z'],
    ['Europe/Paris', '2026-06-11T04:59:59Z', '2026-06-11T05:00:00.000Z'],
    ['Europe/Paris', '2026-06-11T05:00:00Z', undefined],
    ['America/New_York', '2026-06-11T02:00:00Z', '2026-06-11T11:00:00.000Z'],
    ['Asia/Kathmandu', '2026-06-10T16:15:00Z', '2026-06-11T01:15:00.000Z'],
    ['Australia/Lord_Howe', '2026-06-10T11:30:00Z', '2026-06-10T20:30:00.000Z'],
  ])('in %s at %s end %s', (zone, at, until) => {
    expect(quietUntil(NIGHT, zone, moment(at))?.toISOString()).toBe(until);
  });

  test.each([
    ['Europe/Paris', 'forward', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['Europe/Paris', 'back', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00.000Z'],
    ['America/New_York', 'forward', '2026-03-08T04:00:00Z', '2026-03-08T11:00:00.000Z'],
    ['America/New_York', 'back', '2026-11-01T04:00:00Z', '2026-11-01T12:00:00.000Z'],
    // Half an hour forward in October, half an hour back in April.
    ['Australia/Lord_Howe', 'forward', '2026-10-03T12:00:00Z', '2026-10-03T20:00:00.000Z'],
    ['Australia/Lord_Howe', 'back', '2026-04-04T12:00:00Z', '2026-04-04T20:30:00.000Z'],
    // Goes back for Ramadan, on 15 February 2026, and forward after it, on 22 March.
    ['Africa/Casablanca', 'back', '2026-02-14T22:00:00Z', '2026-02-15T07:00:00.000Z'],
    ['Africa/Casablanca', 'forward', '2026-03-21T23:00:00Z', '2026-03-22T06:00:00.000Z'],
  ])('in %s end at the same hour of the clock when it goes %s', (zone, _way, at, until) => {
    expect(quietUntil(NIGHT, zone, moment(at))?.toISOString()).toBe(until);
  });

  test('within one day are quiet within that day', () => {
    const noon = { from: '12:00', to: '13:30' };
    expect(quietUntil(noon, 'UTC', moment('2026-06-10T12:00:00Z'))).toEqual(moment('2026-06-10T13:30:00Z'));
    expect(quietUntil(noon, 'UTC', moment('2026-06-10T23:00:00Z'))).toBeUndefined();
  });

  test('whose end comes twice end the first time, and do not begin again', () => {
    const early = { from: '22:00', to: '02:30' };
    expect(quietUntil(early, 'Europe/Paris', moment('2026-10-25T00:20:00Z'))).toEqual(
      moment('2026-10-25T00:30:00Z'),
    );
    expect(quietUntil(early, 'Europe/Paris', moment('2026-10-25T01:20:00Z'))).toBeUndefined();
  });

  test('whose end is skipped end an hour later', () => {
    const early = { from: '22:00', to: '02:30' };
    expect(quietUntil(early, 'Europe/Paris', moment('2026-03-29T00:50:00Z'))).toEqual(
      moment('2026-03-29T01:30:00Z'),
    );
  });
});

describe('the next digest', () => {
  test.each([
    ['Europe/Paris', '2026-03-28T07:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['Europe/Paris', '2026-10-24T06:00:00Z', '2026-10-25T07:00:00.000Z'],
    ['America/New_York', '2026-03-07T13:00:00Z', '2026-03-08T12:00:00.000Z'],
    ['America/New_York', '2026-10-31T12:00:00Z', '2026-11-01T13:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-28T02:15:00Z', '2026-03-29T02:15:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-02T21:30:00Z', '2026-10-03T21:00:00.000Z'],
    ['Africa/Casablanca', '2026-02-14T07:00:00Z', '2026-02-15T08:00:00.000Z'],
  ])('in %s after %s is %s: eight on the clock, whatever the clock does', (zone, after, next) => {
    expect(nextDigestAt(daily, zone, moment(after)).toISOString()).toBe(next);
  });

  test('at an hour that is skipped comes an hour later, and at one that comes twice once', () => {
    const night: Rhythm = { days: 'daily', at: '02:30' };
    const next = (after: string) => nextDigestAt(night, 'Europe/Paris', moment(after)).toISOString();
    expect(next('2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(next('2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(next('2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next('2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  test('on weekdays leaves out Saturday and Sunday, and a weekly one comes on its day', () => {
    const friday = moment('2026-06-12T08:00:00Z');
    expect(nextDigestAt({ days: 'weekdays', at: '08:00' }, 'UTC', friday)).toEqual(
      moment('2026-06-15T08:00:00Z'),
    );
    expect(nextDigestAt({ days: 'weekly', at: '08:00', weekday: 3 }, 'UTC', friday)).toEqual(
      moment('2026-06-17T08:00:00Z'),
    );
    expect(lastDigestAt({ days: 'weekly', at: '08:00', weekday: 5 }, 'UTC', friday)).toEqual(friday);
  });

  test('and the last one have no other between them, at any minute of a year, in any of these zones', () => {
    for (const zone of ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
      for (let day = 0; day < 365; day += 1) {
        const now = new Date(Date.UTC(2026, 0, 1, 0, 37) + day * 86_400_000);
        const last = lastDigestAt(daily, zone, now);
        expect(nextDigestAt(daily, zone, last).getTime()).toBe(nextDigestAt(daily, zone, now).getTime());
        expect(last.getTime()).toBeLessThanOrEqual(now.getTime());
      }
    }
  });
});

test('a full hour is that of the zone', () => {
  expect(nextFullHour('Asia/Kathmandu', moment('2026-06-10T10:00:00Z'))).toEqual(
    moment('2026-06-10T10:15:00Z'),
  );
  expect(nextFullHour('UTC', moment('2026-06-10T10:00:00Z'))).toEqual(moment('2026-06-10T11:00:00Z'));
});

test('a zone is known by its name', () => {
  expect(['Europe/Paris', 'UTC', 'Asia/Kathmandu'].filter((zone) => !isZone(zone))).toEqual([]);
  expect(['Europe/Nowhere', '', '+01:00', 'Paris'].filter(isZone)).toEqual([]);
});
