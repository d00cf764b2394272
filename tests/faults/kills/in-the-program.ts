import { registerHooks } from 'node:module';
import { env, kill, pid, stdin } from 'node:process';
import { createInterface } from 'node:readline';
import type { Point } from './death.ts';
import { dieAt } from './die-at.ts';
import { shiftClock } from './shift-clock.ts';

/** What is different in a program that is to be killed. Plain data, so that it reaches a process. */
export type Tampering = {
  /** By how much its clock is before the machine's. */
  readonly clockAheadMs: number;
  readonly diesAt?: { readonly point: Point; readonly nth: number };
  /** A wrong order of sending and writing down, to show that the judge sees what comes of it. */
  readonly control?: Control;
};

/** The wrong orders. */
export type Control = 'mark-then-send' | 'send-then-mark';

/*
 * Loaded before the program (`node --import`), which is otherwise the one that people run: its clock is set, its beats
 * follow each other without waiting, what it sent settles sooner, and it dies where `READOUT_TAMPERING` says.
 */
const { clockAheadMs, diesAt, control } = JSON.parse(env['READOUT_TAMPERING'] ?? '{}') as Tampering;
const replaced = new Map([
  ['#adapters/schedule/cron-schedule.ts', './eager-beats.ts'],
  ['#delivery/settling.ts', './hurried-settling.ts'],
  ['#tools/give-back-memory.ts', './keep-memory.ts'],
  ...(control === undefined ? [] : ([['#delivery/deliver-due.ts', `./${control}.ts`]] as const)),
]);
registerHooks({
  resolve(specifier, context, next) {
    const instead = replaced.get(specifier);
    return instead === undefined
      ? next(specifier, context)
      : next(new URL(instead, import.meta.url).href, context);
  },
});
const setClock = shiftClock(clockAheadMs);
// A line sets the clock anew. It closes when the one who started us has ended, even by SIGKILL.
createInterface({ input: stdin })
  .on('line', (aheadMs) => setClock(Number(aheadMs)))
  .once('close', () => kill(pid, 'SIGKILL'));
stdin.unref();
if (diesAt !== undefined) dieAt(diesAt.point, diesAt.nth);
