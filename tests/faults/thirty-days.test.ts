import { env } from 'node:process';
import { expect, test } from 'vitest';
import { MINUTE_MS } from '#kernel/clock.ts';
import { liveForDays } from './live-for-days.ts';

/** `READOUT_SIMULATED_DAYS=30` lives through the whole month, which takes a minute or two. */
const DAYS = Number(env['READOUT_SIMULATED_DAYS'] ?? 4);

test(`fifty feeds, ${DAYS} days, twenty restarts: no feed is ever asked twice without conditions`, {
  timeout: 600_000,
}, async () => {
  const seen = await liveForDays({ feeds: 50, days: DAYS, restarts: 20, seed: 4 });
  expect(seen.restarts).toBe(20);
  expect(seen.requests).toBeGreaterThan(1_000 * DAYS);
  expect(seen.unconditional.size).toBe(50);
  expect(Math.max(...seen.unconditional.values())).toBe(1);
});

test('no restart in good order makes a visit come sooner', async () => {
  const calm = await liveForDays({ feeds: 10, days: 1, restarts: 1, seed: 5 });
  expect(calm.shortestWaitMs).toBeGreaterThanOrEqual(9 * MINUTE_MS);
});
