import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Death } from './death.ts';
import type { Tampering } from './in-the-program.ts';

/** One life of the real program (`src/main.ts`). */
export type ProgramLife = AsyncDisposable & {
  /** Resolves when it says that it is ready; throws with its log when it ends before. */
  readonly ready: Promise<void>;
  /** Asks it to end, as a host does. */
  end(): Promise<void>;
  /** Lets it live until then, and no longer than `longestMs`, and kills it where it has not died at its point by itself;
   * tells whether it has. */
  die(death: Death, longestMs: number): Promise<boolean>;
};

/** Only a fault of ours keeps it so long from being ready. */
const READY_WITHIN_MS = 60_000;
const PRELOAD = new URL('in-the-program.ts', import.meta.url).href;

/** Starts it with nothing of our own environment. It ends with whoever started it, however that one ends. */
export function startLife(
  environment: Readonly<Record<string, string>>,
  tampering: Tampering,
  onLogged: (line: string) => void = () => {},
): ProgramLife {
  const child = spawn(execPath, ['--import', PRELOAD, 'src/main.ts'], {
    env: { ...environment, READOUT_TAMPERING: JSON.stringify(tampering) },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const told: string[] = [];
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  createInterface({ input: child.stderr })
    .on('line', (line) => {
      told.push(line);
      onLogged(line);
      if (line.includes('"event":"program.ready"')) resolve();
    })
    .once('close', () => reject(new Error(`The program ended before it was ready:\n${told.join('\n')}`)));
  // Who only waits for its death does not ask.
  ready.catch(() => {});
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    if (child.exitCode !== 0) throw new Error(`It did not end in good order:\n${told.join('\n')}`);
  };
  const livesOn = async (ms: number): Promise<void> => {
    const patience = new AbortController();
    await Promise.race([ended, pause(ms, undefined, { signal: patience.signal }).catch(() => {})]);
    patience.abort();
  };
  return {
    ready,
    end,
    async die(death, longestMs) {
      if (death.kind === 'after-start') {
        await livesOn(death.ms);
        await kill();
        return false;
      }
      await Promise.race([ready.catch(() => {}), ended, pause(READY_WITHIN_MS, undefined, { ref: false })]);
      await livesOn(death.kind === 'at-point' ? longestMs : death.ms);
      if (death.kind === 'asked-to-end') {
        await end();
        return false;
      }
      const diedByItself = child.signalCode === 'SIGKILL';
      if (child.exitCode !== null) throw new Error(`It ended by itself:\n${told.join('\n')}`);
      await kill();
      return diedByItself;
    },
    [Symbol.asyncDispose]: kill,
  };
}
