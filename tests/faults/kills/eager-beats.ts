import { setTimeout as pause } from 'node:timers/promises';
import type { Beat } from '#adapters/schedule/cron-schedule.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';

const PAUSE_MS = 50;
/** What a delivery waits for; the rest, such as looking at the disk, comes no oftener than it does for people. */
const EAGER: readonly string[] = ['visit', 'deliver', 'digests', 'outages', 'connect', 'renew'];

/**
 * In place of the schedule: every beat at once, and what matters again a moment after it has ended, so that a life is
 * short. As with the schedule, what runs when it is stopped is waited for by the program alone.
 */
export function startBeats(beats: readonly Beat[], log: Log): AsyncDisposable {
  const stopping = new AbortController();
  for (const beat of beats) void beatOn(beat, log, stopping.signal);
  return {
    [Symbol.asyncDispose]() {
      stopping.abort();
      return Promise.resolve();
    },
  };
}

async function beatOn({ name, everySeconds, run }: Beat, log: Log, signal: AbortSignal): Promise<void> {
  const pauseMs = EAGER.includes(name) ? PAUSE_MS : everySeconds * SECOND_MS;
  while (!signal.aborted) {
    try {
      await run();
    } catch (cause) {
      log.error('beat.failed', { beat: name }, cause);
    }
    await pause(pauseMs, undefined, { signal }).catch(() => {});
  }
}
