import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, SECOND_MS } from '#kernel/clock.ts';

/** Waits until a request may be made, and makes it count. */
export type RequestPace = () => Promise<void>;

/** Of what waiting is made: a clock that nobody sets, of which only what passes counts. A test brings its own. */
export type PaceMeans = { readonly clock: Clock; readonly wait: (ms: number) => Promise<unknown> };

/**
 * docs: topics/rate-limits, "Global Rate Limit": 50 a second for all that a bot does. A tenth is left for requests that
 * come sooner or later than they were sent.
 */
const MOST_A_SECOND = 45;

/**
 * Lets so many requests begin within any second, whenever that second begins. The SDK counts by seconds of its own: the
 * end of one and the beginning of the next may fall into one of Discord's, and this limit stands in no header.
 */
export function requestPace({ clock, wait }: PaceMeans = REAL): RequestPace {
  const turns: number[] = [];
  return async () => {
    const now = clock().getTime();
    const before = turns.length < MOST_A_SECOND ? undefined : turns.shift();
    const turn = before === undefined ? now : Math.max(now, before + SECOND_MS);
    turns.push(turn);
    if (turn > now) await wait(turn - now);
  };
}

/** The machine's clock may be set back by an hour; nobody is to wait that long for a turn. */
const REAL: PaceMeans = { clock: () => new Date(performance.now()), wait: (ms) => pause(ms) };
