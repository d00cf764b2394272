import { expect, test } from 'vitest';
import { retryAfterRefusalAt, retryAt } from '#delivery/retry-at.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { after, NOON } from './owed.ts';

const delay = (attempts: number, random = 0.5): number | undefined => {
  const at = retryAt({ attempts, now: NOON, random });
  return at && at.getTime() - NOON.getTime();
};

test('tries again ever later, and then no more', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => delay(attempts))).toEqual([
    5 * SECOND_MS,
    30 * SECOND_MS,
    2 * MINUTE_MS,
    10 * MINUTE_MS,
    30 * MINUTE_MS,
    HOUR_MS,
    2 * HOUR_MS,
    4 * HOUR_MS,
    undefined,
  ]);
});

test('spreads retries by a fifth either way', () => {
  expect([delay(1, 0), delay(1, 1)]).toEqual([4 * SECOND_MS, 6 * SECOND_MS]);
});

test('comes back when the platform said, however often it was tried', () => {
  expect(retryAt({ attempts: 40, now: NOON, random: 0, retryAfterMs: 90_000 })).toEqual(after(90_000));
});

test('leaves a platform alone for at least a second', () => {
  expect(retryAt({ attempts: 1, now: NOON, random: 0, retryAfterMs: 0 })).toEqual(after(SECOND_MS));
});

test('asks a channel that refused after five minutes, after thirty, and then once an hour', () => {
  const asked = [1, 2, 3, 4, 40].map((attempts) => retryAfterRefusalAt({ attempts, now: NOON, random: 0.5 }));
  expect(asked).toEqual([5 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, HOUR_MS, HOUR_MS].map(after));
});
