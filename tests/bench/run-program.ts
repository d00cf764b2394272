import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { LoopbackCatalogue } from './loopback-catalogue.ts';

/** The program itself, running in a process of its own. Disposing ends it as an operator would. */
export type Program = AsyncDisposable & {
  readonly pid: number;
  /** From the start of the process until the program said that it is ready. */
  readonly readyAfterMs: number;
};

const LOOK_EVERY_MS = 250;

/** Starts the program as `npm start` does; resolves when it is ready, throws when it ends before. */
export async function runProgram(environment: NodeJS.ProcessEnv): Promise<Program> {
  const { flags, variables } = readStartScript();
  const begun = performance.now();
  const child = spawn(process.execPath, [...flags, 'src/main.ts'], {
    env: { ...env, ...variables, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log = createInterface({ input: child.stderr });
  const told: string[] = [];
  await new Promise<void>((ready, fail) => {
    log.on('line', (line) => {
      told.push(line);
      if (line.includes('"event":"program.ready"')) ready();
    });
    log.once('close', () => fail(new Error(`The program ended before it was ready:\n${told.join('\n')}`)));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('The program has no process.');
  return {
    pid,
    readyAfterMs: performance.now() - begun,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Resolves to the number of articles kept when every feed of the running program was read for the first time. */
export async function awaitFirstVisits({ environment, feeds }: LoopbackCatalogue): Promise<number> {
  await using database = await openSqliteLedger({ file: environment.READOUT_DATABASE });
  const { ledger } = database;
  const isDone = async (): Promise<boolean> =>
    (await ledger.feeds.listAll()).filter(({ isFirstVisitDone }) => isFirstVisitDone).length === feeds;
  while (!(await isDone())) await pause(LOOK_EVERY_MS);
  return (await ledger.articles.count()).articles;
}

/** The flags of Node and the variables that `npm start` gives the program: what is measured is what runs. */
export function readStartScript(): {
  readonly flags: readonly string[];
  readonly variables: NodeJS.ProcessEnv;
} {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  const words = manifest.scripts.start.split(' ');
  return {
    flags: words.filter((word) => word.startsWith('--')),
    variables: Object.fromEntries(
      words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=')),
    ),
  };
}
