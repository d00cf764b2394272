import { HOUR_MS } from '#kernel/clock.ts';

/** What is published within so long of each other comes from one sitting: it says nothing of when the next one is. */
const SITTING_MS = 6 * HOUR_MS;
/** With fewer there is no telling. */
const FEWEST_GAPS = 3;
/** How far one gap moves what was learned: over many gaps this stays near their median. */
const STEP = 1.25;

/** What usually lies between two sittings of a feed, in milliseconds, told from the dates in one document. */
export function rhythmOf(dates: readonly string[]): number | undefined {
  const times = dates.map((date) => Date.parse(date)).toSorted((one, other) => one - other);
  const gaps = times
    .map((time, index) => time - (times[index - 1] ?? time))
    .filter((gapMs) => gapMs >= SITTING_MS)
    .toSorted((one, other) => one - other);
  if (gaps.length < FEWEST_GAPS) return undefined;
  return gaps[Math.floor(gaps.length / 2)];
}

/**
 * The rhythm after another gap between two visits that brought something, in milliseconds. No list is kept: each gap
 * moves it by one step (frugal streaming, Ma, Muthukrishnan and Sandler 2013, on a logarithmic scale).
 */
export function rhythmAfter(rhythmMs: number | undefined, gapMs: number): number | undefined {
  if (gapMs < SITTING_MS) return rhythmMs;
  if (rhythmMs === undefined) return gapMs;
  return Math.round(gapMs > rhythmMs ? Math.min(gapMs, rhythmMs * STEP) : Math.max(gapMs, rhythmMs / STEP));
}
