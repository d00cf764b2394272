import { DAY_MS } from '#kernel/clock.ts';

/**
 * What is held waits for a weekly digest at most, all else for some hours: what is due later was put off by a clock that ran
 * ahead.
 */
const LONGEST_WAIT_MS = 8 * DAY_MS;

/** What is due after this is due, as what is due before now. */
export const furthestDue = (now: Date): string => new Date(now.getTime() + LONGEST_WAIT_MS).toISOString();
