import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, SECOND_MS } from '#kernel/clock.ts';

/** Waits until it is a channel's turn, and takes it. */
export type ChannelPace = (channel: string) => Promise<void>;

/** docs.slack.dev, "Rate limits": a channel takes about one message a second; longer bursts end in 429. */
const EVERY_MS = SECOND_MS;
/** Channels of which the next turn is remembered: more than take a message within a second. */
const REMEMBERED = 1_000;

/** Of what waiting is made: a clock that nobody sets, of which only what passes counts. A test brings its own. */
export type PaceMeans = { readonly clock: Clock; readonly wait: (ms: number) => Promise<unknown> };

/**
 * Lets one message a second into each channel, in the order in which they are asked for; channels do not wait for each
 * other. Slack's limits stand in no header: whoever does not count by himself learns of them by being refused.
 */
export function channelPace({ clock, wait }: PaceMeans = REAL): ChannelPace {
  const nextTurns = new Map<string, number>();
  return async (channel) => {
    const now = clock().getTime();
    const turn = Math.max(now, nextTurns.get(channel) ?? now);
    // A map keeps its order: the first is the one that was asked for longest ago.
    nextTurns.delete(channel);
    nextTurns.set(channel, turn + EVERY_MS);
    const [oldest] = nextTurns.keys();
    if (nextTurns.size > REMEMBERED && oldest !== undefined) nextTurns.delete(oldest);
    if (turn > now) await wait(turn - now);
  };
}

/** The machine's clock may be set back by an hour; nobody is to wait that long for a turn. */
export const REAL: PaceMeans = { clock: () => new Date(performance.now()), wait: (ms) => pause(ms) };
