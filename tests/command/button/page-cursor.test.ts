import { describe, expect, test } from 'vitest';
import { readCursor, writeCursor } from '#command/button/page-cursor.ts';
import { DAY_MS } from '#kernel/clock.ts';

const place = { workspace: 'w', channel: 'c', line: 'news search Ruritania' };
const asOf = new Date('2026-03-02T12:00:00.000Z');
const cursor = writeCursor({ number: 2, asOf }, place, 'key');
const now = new Date('2026-03-02T18:00:00.000Z');

describe('a cursor', () => {
  test('brings its page back, as of when the list was made', () => {
    expect(readCursor(cursor, place, 'key', now)).toEqual({ kind: 'page', page: { number: 2, asOf } });
  });

  test('is short enough for a button', () => {
    expect(cursor.length).toBeLessThan(25);
  });

  test.each([
    ['another page', cursor.replace('2-', '3-'), place, 'key'],
    ['another workspace', cursor, { ...place, workspace: 'x' }, 'key'],
    ['another channel', cursor, { ...place, channel: 'x' }, 'key'],
    ['another list', cursor, { ...place, line: 'news search Syldavia' }, 'key'],
    ['another key', cursor, place, 'other'],
    ['no cursor at all', 'page', place, 'key'],
  ])('of %s is forged', (_what, given, where, key) => {
    expect(readCursor(given, where, key, now)).toEqual({ kind: 'forged' });
  });

  test('of a list that is more than a day old is stale', () => {
    const late = new Date(asOf.getTime() + DAY_MS + 1);
    expect(readCursor(cursor, place, 'key', late)).toEqual({ kind: 'stale' });
  });
});
