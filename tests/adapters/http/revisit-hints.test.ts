import { describe, expect, test } from 'vitest';
import { revisitHints } from '#adapters/http/revisit-hints.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const waitMs = (headers: Readonly<Record<string, string>>): number | undefined =>
  revisitHints((name) => headers[name], NOW).notBeforeMs;

describe('the wait a server asks for', () => {
  test.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Mon, 02 Mar 2026 10:05:00 GMT' }, 300_000],
    [{ 'cache-control': 'public, max-age=600' }, 600_000],
    [{ 'cache-control': 'max-age=600', age: '500' }, 100_000],
    [{ expires: 'Mon, 02 Mar 2026 10:05:00 GMT' }, 300_000],
    [{ 'cache-control': 'max-age=600', expires: 'Mon, 02 Mar 2026 12:00:00 GMT' }, 600_000],
    [{ 'cache-control': 'max-age=60', 'retry-after': '600' }, 600_000],
  ])('%j is %i ms', (headers, expected) => {
    expect(waitMs(headers)).toBe(expected);
  });

  test('is measured by the server’s own clock', () => {
    const headers = { date: 'Wed, 04 Mar 2026 10:00:00 GMT', expires: 'Wed, 04 Mar 2026 10:05:00 GMT' };
    expect(waitMs(headers)).toBe(300_000);
  });

  test.each([
    [{ 'retry-after': '1000000000000' }],
    [{ 'retry-after': 'Thu, 31 Dec 2099 00:00:00 GMT' }],
    [{ 'cache-control': 'max-age=1000000000000000' }],
  ])('%j is no more than a day', (headers) => {
    expect(waitMs(headers)).toBe(24 * 60 * 60 * 1_000);
  });

  test.each([
    [{}],
    [{ 'retry-after': '-5' }],
    [{ 'retry-after': 'soon' }],
    [{ 'cache-control': 'max-age=0' }],
    [{ 'cache-control': 'max-age=60', age: '600' }],
    [{ 'cache-control': 's-maxage=600' }],
    [{ expires: '0' }],
    [{ expires: '-1' }],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }],
  ])('%j asks for none', (headers) => {
    expect(waitMs(headers)).toBeUndefined();
  });
});
