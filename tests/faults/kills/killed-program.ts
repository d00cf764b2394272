import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Death } from './death.ts';
import type { Tampering } from './in-the-program.ts';

/** One life of the real program (`src/main.ts`). */
export type ProgramLife = AsyncDisposable & {
  /** Resolves when it says that it is ready; throws with its log when it ends before. */
  readonly ready: Promise<void>;
  /** By how much its clock is before the machine's from now on. */
  setClock(aheadMs: number): void;
  /** Asks it to end, as a host does. */
  end(): Promise<void>;
  /** Lets it live until then, and no longer than `longestMs`, and kills it where it has not died at its point by itself. */
  die(death: Death, longestMs: number): Promise<HowItDied>;
};

/** At its point; when its time was over; asked to end, in good order, or so slowly that it cut itself short. */
export type HowItDied = 'at its point' | 'at any time' | 'asked to end' | 'cut short';

/** Only a fault of ours keeps it so long from being ready. */
const READY_WITHIN_MS = 60_000;
/** How long a start takes on a machine that has nothing else to do: where it takes longer, everything does. */
const QUICK_START_MS = 1_500;
/** Hundreds of lives read the same modules: one that ends in good order leaves them compiled for the others. */
const COMPILED = join(tmpdir(), 'readout-lives-compiled');
const PRELOAD = new URL('in-the-program.ts', import.meta.url).href;

/** Starts it with nothing of our own environment. It ends with whoever started it, however that one ends. */
export function startLife(
  environment: Readonly<Record<string, string>>,
  tampering: Tampering,
  onLogged: (line: string) => void = () => {},
): ProgramLife {
  const child = spawn(execPath, ['--import', PRELOAD, 'src/main.ts'], {
    env: { NODE_COMPILE_CACHE: COMPILED, ...environment, READOUT_TAMPERING: JSON.stringify(tampering) },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const startedAt = performance.now();
  const told: string[] = [];
  const tell = (): string => told.join('\n');
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  createInterface({ input: child.stderr })
    .on('line', (line) => {
      told.push(line);
      onLogged(line);
      if (line.includes('"event":"program.ready"')) resolve();
    })
    .once('close', () => reject(new Error(`The program ended before it was ready:\n${tell()}`)));
  // Who only waits for its death does not ask.
  ready.catch(() => {});
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const endOrCut = async (): Promise<'asked to end' | 'cut short'> => {
    child.kill('SIGTERM');
    await ended;
    if (child.exitCode === 0) return 'asked to end';
    if (tell().includes('"event":"program.cut_short"')) return 'cut short';
    throw new Error(`It did not end in good order:\n${tell()}`);
  };
  const livesOn = async (ms: number): Promise<void> => {
    const patience = new AbortController();
    await Promise.race([ended, pause(ms, undefined, { signal: patience.signal }).catch(() => {})]);
    patience.abort();
  };
  return {
    ready,
    setClock: (aheadMs) => void child.stdin.write(`${aheadMs}\n`),
    async end() {
      if ((await endOrCut()) === 'cut short') throw new Error(`It did not end by itself:\n${tell()}`);
    },
    async die(death, longestMs) {
      if (death.kind === 'after-start') {
        await livesOn(death.ms);
        await kill();
        return 'at any time';
      }
      await Promise.race([ready.catch(() => {}), ended, pause(READY_WITHIN_MS, undefined, { ref: false })]);
      const slowness = Math.max(1, (performance.now() - startedAt) / QUICK_START_MS);
      await livesOn(slowness * (death.kind === 'at-point' ? longestMs : death.ms));
      if (death.kind === 'asked-to-end') return endOrCut();
      const diedByItself = child.signalCode === 'SIGKILL';
      if (child.exitCode !== null) throw new Error(`It ended by itself:\n${tell()}`);
      await kill();
      return diedByItself ? 'at its point' : 'at any time';
    },
    [Symbol.asyncDispose]: kill,
  };
}
