import { describe, expect, test } from 'vitest';
import { momentPast, sinceWhen } from '#command/story/moment-past.ts';

const NOW = new Date('2026-03-02T12:00:30Z');

describe('a moment that is over', () => {
  test.each([
    ['11:40', '2026-03-02T10:40:59.999Z'],
    ['11h40', '2026-03-02T10:40:59.999Z'],
    ['11 h 40', '2026-03-02T10:40:59.999Z'],
    ['１１：４０', '2026-03-02T10:40:59.999Z'],
    ['18:40', '2026-03-01T17:40:59.999Z'],
    ['2026-02-20T08:05', '2026-02-20T07:05:59.999Z'],
    ['2026-02-20', '2026-02-20T22:59:59.999Z'],
    ['Hier', '2026-03-01T22:59:59.999Z'],
    ['today', '2026-03-02T12:00:30.000Z'],
    ['90min', '2026-03-02T10:30:30.000Z'],
    ['2h', '2026-03-02T10:00:30.000Z'],
    ['2 h', '2026-03-02T01:00:59.999Z'],
    ['22 h', '2026-03-01T21:00:59.999Z'],
    ['48 h', '2026-02-28T12:00:30.000Z'],
    ['2 heures', '2026-03-02T10:00:30.000Z'],
    ['3j', '2026-02-27T12:00:30.000Z'],
    ['3 days', '2026-02-27T12:00:30.000Z'],
  ])('%s in Paris is %s, to the end of its minute or day', (typed, at) => {
    expect(momentPast(typed, 'Europe/Paris', NOW)?.toISOString()).toBe(at);
  });

  test.each([
    ['11:40', '2026-03-02T10:40:00.000Z'],
    ['2026-02-20', '2026-02-19T23:00:00.000Z'],
    ['yesterday', '2026-02-28T23:00:00.000Z'],
    ['aujourd’hui', '2026-03-01T23:00:00.000Z'],
    ['2h', '2026-03-02T10:00:30.000Z'],
    ['22h', '2026-03-01T14:00:30.000Z'],
    ['22 h', '2026-03-01T21:00:00.000Z'],
    ['22\u202fH', '2026-03-01T21:00:00.000Z'],
    ['22 heures', '2026-03-01T14:00:30.000Z'],
  ])('since %s in Paris is from %s on', (typed, at) => {
    expect(sinceWhen(typed, 'Europe/Paris', NOW)?.toISOString()).toBe(at);
  });

  test.each(['2026-02-30', '2026-04-01', 'noon', '25:00', '2026-02-30T08:05', '2026-04-01T08:05', ''])(
    '%s is none',
    (typed) => {
      expect(momentPast(typed, 'Europe/Paris', NOW)).toBeUndefined();
    },
  );
});
