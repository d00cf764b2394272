import * as real from '../../../src/delivery/settling.ts';

/** The simulators show at once what they take, where a platform needs seconds. */
const TIMES = 60;

/*
 * In place of the program's own settling, so that a life in which something is looked for is short. Only what waits for a
 * platform is hurried: retries go by the clock, and a wait of half a minute would outlast every life.
 */
export const SETTLE_MS = real.SETTLE_MS / TIMES;

export const openSettling: typeof real.openSettling = (stopwatch, clock) => {
  const settling = real.openSettling(() => stopwatch() * TIMES, clock);
  return { ...settling, leftMs: (key) => settling.leftMs(key) / TIMES };
};
