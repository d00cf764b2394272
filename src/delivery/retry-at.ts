import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';

const DELAYS_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
];

/** A right that a person has to give does not come back in seconds; asked for rarely, it is missed by an hour at most. */
const DELAYS_AFTER_REFUSAL_MS = [5 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS];

/** From this try on, what a channel refuses is tried once an hour. */
export const HOURLY_FROM_TRY = DELAYS_AFTER_REFUSAL_MS.length;

/** Half of the whole spread: a delay is off by at most 20 % either way. */
const JITTER = 0.2;

/** What failed, how often before and with this time, and what the platform asked for. `random` is from 0 up to 1. */
export type Failure = {
  readonly attempts: number;
  readonly now: Date;
  readonly random: number;
  readonly retryAfterMs?: number | undefined;
};

/**
 * When to try again: ever later, spread out so that many rows do not come back in one moment. What the platform
 * asked for wins, and is never sooner than a second. `undefined`: tried often enough.
 */
export function retryAt({ attempts, now, random, retryAfterMs }: Failure): Date | undefined {
  if (retryAfterMs !== undefined) return later(now, Math.max(SECOND_MS, retryAfterMs));
  const delayMs = DELAYS_MS[Math.max(0, attempts - 1)];
  return delayMs === undefined ? undefined : later(now, spread(delayMs, random));
}

/** When to ask again a channel that refused: rarely, and as often as it takes. */
export function retryAfterRefusalAt({ attempts, now, random }: Failure): Date {
  const delayMs = DELAYS_AFTER_REFUSAL_MS[Math.max(0, attempts - 1)] ?? HOUR_MS;
  return later(now, spread(delayMs, random));
}

const spread = (delayMs: number, random: number): number => delayMs * (1 - JITTER + 2 * JITTER * random);

const later = (now: Date, ms: number): Date => new Date(now.getTime() + Math.round(ms));
