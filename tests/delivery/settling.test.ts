import { expect, test } from 'vitest';
import type { DeliveryKey } from '#channel/messenger.ts';
import { openSettling } from '#delivery/settling.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { after, NOON } from './owed.ts';

const key = 'card' as DeliveryKey;
const other = 'other' as DeliveryKey;

/** Of a process that has just begun to work. */
function justBegun() {
  const watch = { ms: 5 * HOUR_MS };
  const clock = { now: NOON };
  const settling = openSettling(
    () => watch.ms,
    () => clock.now,
  );
  return { watch, clock, settling };
}

test('what an earlier process sent has settled half a minute after this one began', () => {
  const { watch, settling } = justBegun();
  expect(settling.leftMs(key)).toBe(30 * SECOND_MS);
  watch.ms += 12 * SECOND_MS;
  expect(settling.leftMs(key)).toBe(18 * SECOND_MS);
  watch.ms += HOUR_MS;
  expect(settling.leftMs(key)).toBe(0);
  expect(settling.sentAgoMs(key)).toBeUndefined();
});

test('what is being sent, or was given up a moment ago, has not settled', async () => {
  const { watch, settling } = justBegun();
  watch.ms += HOUR_MS;
  const answer = Promise.withResolvers<string>();
  const sending = settling.sending(key, () => answer.promise);
  watch.ms += MINUTE_MS;
  expect(settling.leftMs(key)).toBe(30 * SECOND_MS);
  answer.resolve('no answer');
  expect(await sending).toBe('no answer');
  watch.ms += 10 * SECOND_MS;
  expect(settling.leftMs(key)).toBe(20 * SECOND_MS);
  expect(settling.leftMs(other)).toBe(0);
  expect(settling.sentAgoMs(key)).toBe(70 * SECOND_MS);
});

test('a way of sending that fails counts as well', async () => {
  const { watch, settling } = justBegun();
  watch.ms += HOUR_MS;
  await expect(settling.sending(key, () => Promise.reject(new Error('torn')))).rejects.toThrow('torn');
  expect(settling.leftMs(key)).toBe(30 * SECOND_MS);
});

test('how long ago something was sent is never told too short, whether the watch stood or the clock was set', async () => {
  const { watch, clock, settling } = justBegun();
  await settling.sending(key, () => Promise.resolve());
  watch.ms += 10 * SECOND_MS;
  clock.now = after(30 * MINUTE_MS);
  expect(settling.sentAgoMs(key)).toBe(30 * MINUTE_MS);
  expect(settling.leftMs(key)).toBe(20 * SECOND_MS);
  clock.now = after(-HOUR_MS);
  expect(settling.sentAgoMs(key)).toBe(HOUR_MS);
  clock.now = NOON;
  expect(settling.sentAgoMs(key)).toBe(10 * SECOND_MS);
});

test('what was sent long ago is forgotten', async () => {
  const { watch, settling } = justBegun();
  await settling.sending(key, () => Promise.resolve());
  watch.ms += HOUR_MS;
  await settling.sending(other, () => Promise.resolve());
  expect(settling.sentAgoMs(key)).toBeUndefined();
  expect(settling.sentAgoMs(other)).toBe(0);
});
