import { describe, expect, test } from 'vitest';
import { readDate, readInstant } from '#adapters/rss/read-date.ts';

describe('the zone of a date', () => {
  test.each([
    ['2 марта 2026 13:15 МСК', '2026-03-02T10:15:00.000Z'],
    ['2026-03-02 13:15:00 Europe/Moscow', '2026-03-02T10:15:00.000Z'],
    ['2026-07-02 10:15 America/Argentina/Buenos_Aires', '2026-07-02T13:15:00.000Z'],
    ['2026-07-02 12:15 Europe/Paris', '2026-07-02T10:15:00.000Z'],
    // The clocks of Paris go forward on 29 March 2026 at two.
    ['2026-03-29 01:30 Europe/Paris', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29 03:30 Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['Mon, 02 Mar 2026 13:45:00 IRST', '2026-03-02T10:15:00.000Z'],
    ['Mon, 02 Mar 2026 13:15:00 EAT', '2026-03-02T10:15:00.000Z'],
    ['Mon, 02 Mar 2026 17:15:00 WIB', '2026-03-02T10:15:00.000Z'],
    ['Mon, 02 Mar 2026 10:15:00 GMT', '2026-03-02T10:15:00.000Z'],
    ['2026-03-02 10:15', '2026-03-02T10:15:00.000Z'],
  ])('is read in “%s”', (raw, iso) => {
    expect(readInstant(raw)).toEqual({ iso, isZoneSure: true });
  });

  test.each([
    'Mon, 02 Mar 2026 10:15:00 IST',
    'Mon, 02 Mar 2026 10:15:00 GST',
    'Mon, 02 Mar 2026 10:15:00 CST',
    'Mon, 02 Mar 2026 10:15:00 AST',
    'Mon, 02 Mar 2026 10:15:00 XQZ',
    '2026-03-02 10:15 Europe/Nowhere',
  ])('is not sure in “%s”', (raw) => {
    expect(readInstant(raw)).toMatchObject({ isZoneSure: false });
  });
});

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
    ['2026', '2026-01-01T00:00:00.000Z'],
    ['2026-061', '2026-03-02T00:00:00.000Z'],
    ['2026061', '2026-03-02T00:00:00.000Z'],
    ['-2603', '2026-03-01T00:00:00.000Z'],
    ['260302', '2026-03-02T00:00:00.000Z'],
    ['99-12-31', '1999-12-31T00:00:00.000Z'],
    ['2026-03-02T101530+0100', '2026-03-02T09:15:30.000Z'],
    ['20260302T1015Z', '2026-03-02T10:15:00.000Z'],
    ['20260302101530', '2026-03-02T10:15:30.000Z'],
    ['2026-03-02T24:00:00Z', '2026-03-03T00:00:00.000Z'],
    ['2026-03-02T10:15:30+01', '2026-03-02T09:15:30.000Z'],
    ['2026-03-02T10:15:30+01:00[Europe/Paris]', '2026-03-02T09:15:30.000Z'],
    ['Mon, 02 Mar 2026 10:15:30 GMT+1', '2026-03-02T09:15:30.000Z'],
    ['Mon, 02 Mar 2026 10:15:30 GMT-01:30', '2026-03-02T11:45:30.000Z'],
    ['Mon Mar  2 10:15:30 PST 2026', '2026-03-02T18:15:30.000Z'],
    ['Mon Mar 02 2026 10:15:30 +0200', '2026-03-02T08:15:30.000Z'],
    ['2026/03/02 10:15:30', '2026-03-02T10:15:30.000Z'],
    ['2-Mar-26', '2026-03-02T00:00:00.000Z'],
    ['2026-Mar-02 10:15', '2026-03-02T10:15:00.000Z'],
    ['Mon, 2 Mar 2026 13:15 PM', '2026-03-02T13:15:00.000Z'],
    ['2 March 2026 1:15 p. m.', '2026-03-02T13:15:00.000Z'],
    ['1772446530', '2026-03-02T10:15:30.000Z'],
    ['1772446530123', '2026-03-02T10:15:30.000Z'],
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
    ['2 maart 2026 10:15', 'nl'],
    ['2 Mart 2026 10:15', 'tr'],
    ['2 martie 2026 10:15', 'ro'],
    ['2 března 2026 10:15', 'cs'],
    ['2 марта 2026 года 10:15', 'ru'],
    ['2 Μαρτίου 2026 10:15', 'el'],
    ['2026. március 2. 10:15', 'hu'],
    ['2. maaliskuuta 2026 10:15', 'fi'],
    ['٢ مارس ٢٠٢٦ ١٠:١٥', 'ar'],
    ['2 במרץ 2026 10:15', 'he'],
    ['le 2 mars 2026 à 10h15', 'fr, with the letter for hours'],
    ['2026年3月2日 10:15', 'ja and zh'],
    ['2026年3月2日 上午10:15', 'zh, with the half of the day'],
    ['2026年3月2日10時15分', 'ja, with the words for hours and minutes'],
    ['2026년 03월 02일 19:15:00', 'ko, which has one zone'],
    ['2026-03-02 오후 07:15:00', 'ko, with the half of the day'],
  ])('“%s” is read (%s)', (raw) => {
    expect(readDate(raw)).toBe('2026-03-02T10:15:00.000Z');
  });

  test.each([
    ['3 p.m. Mar 26, 2026', '2026-03-26T15:00:00.000Z'],
    ['9pm, 26 Mar 2026', '2026-03-26T21:00:00.000Z'],
    ['8 am on Mar 26 2026', '2026-03-26T08:00:00.000Z'],
    ['8:30 am Mar 26, 2026', '2026-03-26T08:30:00.000Z'],
    ['12 noon, 26 March 2026', '2026-03-26T12:00:00.000Z'],
    ['mar. 24/03/2026 10:15', '2026-03-24T10:15:00.000Z'],
    ['2026 m. kovo 2 d. 10:15', '2026-03-02T10:15:00.000Z'],
    ['1er mars 26', '2026-03-01T00:00:00.000Z'],
  ])('“%s” is %s: no other number is taken for part of its day', (raw, expected) => {
    expect(readDate(raw)).toBe(expected);
  });

  test.each([
    'Changed 3 hours ago, 26 Mar',
    '14 minutes ago · 26 March',
    '12 noon, Mar 26',
    '3 hours ago, Mar 2026',
    '3 hours ago, 26/03',
    'Mar 26, 12 Uhr',
    '26 Mar, 12h',
    '4 comments · 26 Mar 2026',
  ])('“%s” is not read: what is counted there is neither a day nor a year', (raw) => {
    expect(readDate(raw)).toBeUndefined();
  });

  test.each([
    ['yesterday', 'no date at all'],
    ['', 'nothing'],
    ['2026-400', 'a day of the year that is not'],
    ['2026-03-02T24:30:00Z', 'a time after the end of the day'],
    ['0100-01-01T00:00:00Z', 'a year before all feeds'],
    ['12345678', 'some number'],
    ['02-03-26', 'three numbers, each of which could be the year'],
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
