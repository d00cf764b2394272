import type { Writable } from 'node:stream';
import type { Environment } from '#config/read-secret.ts';
import type { Clock, Stopwatch } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';

/** What the program finds around it; a replay brings its own clock and output. */
export type Surroundings = {
  readonly clock: Clock;
  readonly stopwatch: Stopwatch;
  readonly random: () => number;
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly environment: Environment;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Told when a channel is owed something new. */
  readonly onOwed?: () => void;
  /** Stands on every card. */
  readonly note?: string;
};
