import { closeSync, openSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { env } from 'node:process';
import { type Withheld, withholding } from './withhold-room.ts';

/**
 * What is done to the program: a promise that nobody handles, no file left to open, an end that hangs or fails, a
 * standstill, a database that takes no changes.
 */
export type Upset = 'reject' | 'take-files' | 'hang-at-end' | 'fail-at-end' | 'stand-still' | Withheld;

/*
 * Loaded before the program, which is otherwise the one that people run. SIGUSR2 does what `READOUT_UPSET` says; where
 * files or room were taken, a second one gives them back.
 */
const STANDSTILL_MS = 5_000;
const TAKING_MS = 50;
const upset = env['READOUT_UPSET'] as Upset;
const taken: number[] = [];
let taking: NodeJS.Timeout | undefined;
const isWithheld = upset === 'room' || upset === 'room-once-sent' || upset === 'the-right-to-write';
const withhold = isWithheld ? withholding(upset) : undefined;

process.on('SIGUSR2', () => {
  switch (upset) {
    case 'reject':
      void Promise.reject(new Error('nobody handles this'));
      return;
    case 'take-files':
      if (taken.length === 0) takeFiles();
      else giveFilesBack();
      return;
    case 'stand-still':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STANDSTILL_MS);
      return;
    case 'room':
    case 'room-once-sent':
    case 'the-right-to-write':
      withhold?.();
      return;
    case 'hang-at-end':
    case 'fail-at-end':
  }
});

if (upset === 'hang-at-end' || upset === 'fail-at-end') {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '#compose/under-way.ts'
        ? next(new URL('never-over.ts', import.meta.url).href, context)
        : next(specifier, context),
  });
}

/** Again and again: what the program held, and closes later, would be one file to open for ever. */
function takeFiles(): void {
  takeFreeFiles();
  taking = setInterval(takeFreeFiles, TAKING_MS);
}

function giveFilesBack(): void {
  clearInterval(taking);
  for (const file of taken.splice(0)) closeSync(file);
}

function takeFreeFiles(): void {
  try {
    for (;;) taken.push(openSync('/dev/null', 'r'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EMFILE') throw cause;
  }
}
