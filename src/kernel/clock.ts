/** The present moment. Rules take it as an argument, so that a test or a replay can choose it. */
export type Clock = () => Date;

/** Milliseconds that have passed since some moment, for this process: whoever sets the clock changes nothing of it. */
export type Stopwatch = () => number;

/** A second, in milliseconds. */
export const SECOND_MS = 1_000;
/** A minute, in milliseconds. */
export const MINUTE_MS = 60 * SECOND_MS;
/** An hour, in milliseconds. */
export const HOUR_MS = 60 * MINUTE_MS;
/** A day of 24 hours, in milliseconds. */
export const DAY_MS = 24 * HOUR_MS;
