import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { DayAddresses } from '../journey/live-through-day.ts';

/** The program in a process of its own, living through the demo's day. Disposing kills it. */
export type Life = AsyncDisposable & {
  /** Kills it as soon as this holds, looking every millisecond; gives its time then. Throws when it ends before. */
  readonly killedWhen: (holds: () => boolean) => Promise<Date>;
  /** Resolves when the day is over. Throws when it ends in any other way. */
  readonly over: () => Promise<void>;
};

/** Begins the day, or goes on with it `from` where an earlier life of the same database ended. */
export function aLife(addresses: DayAddresses, from?: Date): Life {
  const words = [JSON.stringify(addresses), ...(from ? [from.toISOString()] : [])];
  const child = spawn(process.execPath, ['tests/faults/walk-day.ts', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {},
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    told += chunk;
  });
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const kill = async (): Promise<void> => {
    if (isRunning()) child.kill('SIGKILL');
    await ended;
  };
  return {
    async killedWhen(holds) {
      while (!holds()) {
        if (!isRunning()) throw new Error(`It ended by itself, after ${told.trim().split('\n').at(-1)}.`);
        await pause(1);
      }
      await kill();
      return new Date(told.trim().split('\n').at(-1) ?? '');
    },
    async over() {
      const [status, signal] = await ended;
      if (status !== 0) throw new Error(`It ended with ${status ?? signal}.`);
    },
    [Symbol.asyncDispose]: kill,
  };
}
