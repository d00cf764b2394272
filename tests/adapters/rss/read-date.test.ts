import { describe, expect, test } from 'vitest';
import { readDate } from '#adapters/rss/read-date.ts';

describe('a date', () => {
  test.each([
    ['Mon, 02 Mar 2026 10:15:30 GMT', '2026-03-02T10:15:30.000Z'],
    ['2 Mar 2026 10:15 +0100', '2026-03-02T09:15:00.000Z'],
    ['Mon, 02 Mar 26 10:15:30 EST', '2026-03-02T15:15:30.000Z'],
    ['Mon, 2 Mar 99 10:15:30 GMT', '1999-03-02T10:15:30.000Z'],
    ['2026-03-02T10:15:30Z', '2026-03-02T10:15:30.000Z'],
    ['2026-03-02T10:15:30.123+05:30', '2026-03-02T04:45:30.000Z'],
    ['2026-03-02 10:15:30', '2026-03-02T10:15:30.000Z'],
    ['20260302T101530Z', '2026-03-02T10:15:30.000Z'],
    ['2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['2026-03', '2026-03-01T00:00:00.000Z'],
    ['March 2nd, 2026 at 1:05 p.m.', '2026-03-02T13:05:00.000Z'],
    ['Mon, 2 Mar 2026 12:05 AM', '2026-03-02T00:05:00.000Z'],
    ['28.02.2026 10:15', '2026-02-28T10:15:00.000Z'],
    ['02/28/2026', '2026-02-28T00:00:00.000Z'],
    ['Mon Mar 02 2026 10:15:30 GMT+0100 (Central European Standard Time)', '2026-03-02T09:15:30.000Z'],
    ['Mon, 02 Mar 2026 23:59:60 GMT', '2026-03-02T23:59:59.000Z'],
  ])('“%s” is %s', (raw, expected) => {
    expect(readDate(raw)).toBe(expected);
  });

  test.each([
    ['lundi 2 mars 2026 10:15', 'fr'],
    ['mar., 02 mars 2026 10:15:00 +0000', 'fr, after a weekday that looks like a month'],
    ['2 de marzo de 2026 10:15', 'es'],
    ['Mo, 2. März 2026 10:15', 'de'],
    ['lun, 2 marzo 2026 10:15', 'it'],
    ['2 de março de 2026 10:15', 'pt'],
    ['2 марта 2026 10:15', 'ru'],
    ['2 березня 2026 10:15', 'uk'],
    ['2 marca 2026 10:15', 'pl'],
  ])('“%s” is read (%s)', (raw) => {
    expect(readDate(raw)).toBe('2026-03-02T10:15:00.000Z');
  });

  test.each([
    ['yesterday', 'no date at all'],
    ['', 'nothing'],
    ['2026', 'a year alone'],
    ['Mon, 31 Feb 2026 10:15:00 GMT', 'a day that is not'],
    ['2026-13-02T10:15:00Z', 'a month that is not'],
    ['2026-03-02T25:15:00Z', 'an hour that is not'],
    ['2026-03-02T10:15:00+99:00', 'a zone that is not'],
    ['2026-03-02T10:xx:00Z', 'letters for minutes'],
    ['9999-03-02T10:15:00Z', 'a year nobody means'],
    ['0001-01-01T00:00:00Z', 'a zero date'],
    ['03/04/2026', 'either March or April'],
    [`${'('.repeat(100_000)}2026-03-02`, 'a bomb'],
  ])('“%.40s” is refused: %s', (raw) => {
    expect(readDate(raw)).toBeUndefined();
  });
});
