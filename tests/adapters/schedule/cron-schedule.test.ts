import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startBeats } from '#adapters/schedule/cron-schedule.ts';
import { silentLog } from '#kernel/log.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2025-07-01T12:00:00Z') }));
afterEach(() => void vi.useRealTimers());

test('goes on after a beat that failed, tells it, and stops when disposed', async () => {
  let runs = 0;
  const failed: string[] = [];
  const log = { ...silentLog, error: (event: string) => void failed.push(event) };
  const beats = startBeats(
    [{ name: 'visit', everySeconds: 10, run: async () => Promise.reject(new Error(`run ${++runs}`)) }],
    log,
  );
  await vi.advanceTimersByTimeAsync(30_500);
  expect(runs).toBe(3);
  expect(failed).toEqual(['beat.failed', 'beat.failed', 'beat.failed']);
  await beats[Symbol.asyncDispose]();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs).toBe(3);
});

test('leaves a beat alone that is still running', async () => {
  let begun = 0;
  const { promise: end, resolve } = Promise.withResolvers<void>();
  const run = async (): Promise<void> => {
    begun += 1;
    await end;
  };
  const beats = startBeats([{ name: 'visit', everySeconds: 10, run }], silentLog);
  await vi.advanceTimersByTimeAsync(45_000);
  expect(begun).toBe(1);
  resolve();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(begun).toBe(2);
  await beats[Symbol.asyncDispose]();
});
