import { schedule, setLogger } from 'node-cron';
import type { Log } from '#kernel/log.ts';

/** One thing done again and again. `everySeconds` divides a minute. */
export type Beat = {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<unknown>;
};

/**
 * Starts the beats; disposing stops them. A beat that is still running when its time comes again is left alone:
 * what is due stands in the database, so a missed beat loses nothing. What a beat throws is logged, and it goes on.
 */
export function startBeats(beats: readonly Beat[], log: Log): AsyncDisposable {
  // node-cron writes coloured lines of its own past our log otherwise.
  setLogger({ info() {}, warn() {}, debug() {}, error: (cause) => log.error('schedule.failed', {}, cause) });
  const tasks = beats.map(({ name, everySeconds, run }) =>
    schedule(
      `*/${everySeconds} * * * * *`,
      async () => {
        try {
          await run();
        } catch (cause) {
          log.error('beat.failed', { beat: name }, cause);
        }
      },
      { name, noOverlap: true },
    ),
  );
  return {
    async [Symbol.asyncDispose]() {
      for (const task of tasks) await task.destroy();
    },
  };
}
