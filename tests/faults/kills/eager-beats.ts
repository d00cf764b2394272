import { setTimeout as pause } from 'node:timers/promises';
import type { Beat } from '#adapters/schedule/cron-schedule.ts';
import type { Log } from '#kernel/log.ts';

const PAUSE_MS = 50;

/** In place of the schedule: every beat at once, and again a moment after it has ended, so that a life is short. */
export function startBeats(beats: readonly Beat[], log: Log): AsyncDisposable {
  const stopping = new AbortController();
  const running = beats.map((beat) => beatOn(beat, log, stopping.signal));
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function beatOn({ name, run }: Beat, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await run();
    } catch (cause) {
      log.error('beat.failed', { beat: name }, cause);
    }
    await pause(PAUSE_MS, undefined, { signal }).catch(() => {});
  }
}
