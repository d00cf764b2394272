import { describe, expect, test } from 'vitest';
import { mayStandSince } from '#delivery/restore.ts';

const restore = { copiedAt: '2026-03-01T07:00:00.000Z', restoredAt: '2026-03-02T09:00:00.000Z' };
const soon = new Date('2026-03-02T09:05:00Z');

describe('what may stand on a platform after a restore', () => {
  test('nothing, where nothing was restored', () => {
    expect(mayStandSince(undefined, { publishedAt: '2026-03-01T08:00:00Z' }, soon)).toBeUndefined();
  });

  test('what was published before it, since the copy was made', () => {
    const since = mayStandSince(restore, { publishedAt: '2026-03-02T10:59:00+02:00' }, soon);
    expect(since).toBe(restore.copiedAt);
  });

  test('not what was published after it', () => {
    expect(mayStandSince(restore, { publishedAt: '2026-03-02T09:01:00Z' }, soon)).toBeUndefined();
  });

  test('what has no date, while feeds are read for the first time again', () => {
    expect(mayStandSince(restore, {}, soon)).toBe(restore.copiedAt);
    expect(mayStandSince(restore, {}, new Date('2026-03-02T16:00:00Z'))).toBeUndefined();
  });
});
