import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { configFolder } from '../config/small-config.ts';
import { runProgram, startProgram } from '../tools/readout-process.ts';
import type { Upset } from './upset.ts';

const UPSET = new URL('upset.ts', import.meta.url).href;

/** A machine that runs Readout as an operator would: the real process, a config folder and a data folder. */
export type Host = AsyncDisposable & {
  readonly environment: Readonly<Record<string, string>>;
  readonly database: string;
  /** Starts the program, with `more` in its environment; what still runs is ended with the host. */
  readonly start: (more?: Host['environment']) => Instance;
  /** Starts it with something that can be done to it, by `Instance.upset`. */
  readonly startUpset: (upset: Upset) => Instance;
  /** Runs one command beside it. */
  readonly run: (...words: readonly string[]) => ReturnType<typeof runProgram>;
};

/** A running program: what it prints and what it logs. */
export type Instance = {
  readonly child: ChildProcess;
  readonly output: Listened;
  readonly log: Listened;
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Asks it to end, as a host does; gives its exit status. */
  readonly end: () => Promise<number | null>;
  /** Does to it what it was started for. */
  readonly upset: () => void;
};

/** A stream's text so far; `until` resolves with it once it holds what is waited for, `times` times. */
export type Listened = {
  readonly text: () => string;
  readonly until: (words: string, times?: number) => Promise<string>;
};

/** Sets up a host whose outlets have their feeds at these addresses; `settings` are further lines of readout.yaml. */
export function aHost(feeds: Readonly<Record<string, string>>, settings = ''): Host {
  const config = configFolder({
    'readout.yaml': `database: { disk_is_kept: true }\n${settings}`,
    'feeds.yaml': `outlets:\n${Object.entries(feeds).map(listed).join('')}`,
  });
  const data = mkdtempSync(join(tmpdir(), 'readout-host-'));
  const database = join(data, 'readout.sqlite');
  const environment = { READOUT_CONFIG: config.path, READOUT_DATABASE: database, NO_COLOR: '1' };
  const running: ChildProcess[] = [];
  const start = (more: Host['environment'] = {}): Instance => {
    const instance = startInstance({ ...environment, ...more });
    running.push(instance.child);
    return instance;
  };
  return {
    environment,
    database,
    start,
    startUpset: (upset) => start({ NODE_OPTIONS: `--import ${UPSET}`, READOUT_UPSET: upset }),
    run: (...words) => runProgram(words, { environment }),
    async [Symbol.asyncDispose]() {
      for (const child of running) await kill(child);
      config[Symbol.dispose]();
      rmSync(data, { recursive: true });
    },
  };
}

/** Settings that let feeds be on this machine. */
export const onLoopback = (more = ''): string => `feeds: { allow_networks: [127.0.0.0/8]${more} }\n`;

const listed = ([id, url]: readonly [string, string]): string => `  ${id}:
    name: ${id}
    kind: media
    owner: ${id}
    languages: [en]
    feeds:
      - { url: "${url}", seen_working: never, evidence: invented }
`;

function startInstance(environment: Readonly<Record<string, string>>): Instance {
  const child = startProgram([], environment);
  const ended = once(child, 'exit').then(([status]) => status as number | null);
  return {
    child,
    output: listenTo(child.stdout),
    log: listenTo(child.stderr),
    ended,
    end() {
      child.kill('SIGTERM');
      return ended;
    },
    upset: () => void child.kill('SIGUSR2'),
  };
}

function listenTo(stream: Readable): Listened {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return {
    text: () => text,
    async until(words, times = 1) {
      while (text.split(words).length <= times) {
        const [why] = await Promise.race([
          once(stream, 'data').then(() => ['more']),
          once(stream, 'end').then(() => ['over']),
        ]);
        if (why === 'over') throw new Error(`It ended without “${words}”:\n${text}`);
      }
      return text;
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
