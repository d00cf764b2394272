import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, chownSync, constants, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, getuid } from 'node:process';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { Secret } from '#kernel/secret.ts';

/** A PostgreSQL server for tests: one of their own, or the one that `DATABASE_URL_TEST` names. */
export type PostgresServer = AsyncDisposable & {
  /** An empty place for tables, with nothing of any other test; and how to take it away. */
  newPlace(): Promise<{ readonly url: Secret; remove(): Promise<void> }>;
  /** Runs SQL as the owner of everything. */
  run(statement: string): Promise<readonly Record<string, unknown>[]>;
  /** Ends the server and every connection at once, and starts it again. Absent for a server that is not our own. */
  readonly restart?: () => Promise<void>;
};

/** Where Linux distributions and Homebrew put the server's programs, which often are not on the path. */
const FOLDERS = [
  ...(env['PATH'] ?? '').split(delimiter),
  ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
  ...globSync('/opt/homebrew/opt/postgresql*/bin'),
  '/usr/local/pgsql/bin',
];
const PROGRAMS = FOLDERS.find(
  (folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres')),
);
const READY = 'database system is ready to accept connections';
/**
 * Runs a server until its own standard input closes, which it does at the latest when the process that holds the other
 * end has died: a test that is killed leaves no server behind. SIGQUIT ends a server and its connections at once.
 */
const WHILE_HELD = `
exec 3<&0
"$0" "$@" 3<&- & server=$!
{ cat <&3; kill -QUIT $server; } >/dev/null 2>&1 &
exec 3<&-
wait $server
`;

/** Why there is no PostgreSQL for tests here; absent where there is one. */
export const whyNoPostgres: string | undefined =
  (env['DATABASE_URL_TEST'] ?? '') !== '' || PROGRAMS !== undefined
    ? undefined
    : 'no initdb is installed here, and DATABASE_URL_TEST is not set';

if (whyNoPostgres !== undefined && env['CI'] === 'true') {
  throw new Error(`The tests of PostgreSQL cannot run: ${whyNoPostgres}.`);
}

/** Starts a server that listens on a socket in a folder of its own, or takes the one that is named. */
export async function startPostgres(): Promise<PostgresServer> {
  const named = env['DATABASE_URL_TEST'] ?? '';
  return named === '' ? startOwn(PROGRAMS ?? '') : serverAt(named);
}

async function startOwn(programs: string): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-pg-'));
  const account = accountOfServer();
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const asServer = { cwd: folder, ...account };
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'readout',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--no-sync',
      '--locale',
      'C.UTF-8',
    ],
    { ...asServer, stdio: 'pipe' },
  );
  const start = () =>
    startProcess(
      join(programs, 'postgres'),
      ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=60'],
      asServer,
    );
  let server = await start();
  const end = async (): Promise<void> => {
    const ended = once(server, 'exit');
    server.stdin?.end();
    await ended;
  };
  return {
    ...serverAt(`postgres:///postgres?host=${encodeURIComponent(folder)}&user=readout`),
    async restart() {
      await end();
      server = await start();
    },
    async [Symbol.asyncDispose]() {
      await end();
      await rm(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as the account made for it, or as nobody. */
function accountOfServer(): { readonly uid: number; readonly gid: number } | undefined {
  if (getuid?.() !== 0) return undefined;
  return idsOf('postgres') ?? idsOf('nobody');
}

function idsOf(account: string): { readonly uid: number; readonly gid: number } | undefined {
  try {
    const ask = (what: string) => Number(execFileSync('id', [what, account], { stdio: 'pipe' }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

async function startProcess(
  program: string,
  args: readonly string[],
  options: object,
): Promise<ChildProcess> {
  const server = spawn('sh', ['-c', WHILE_HELD, program, ...args], {
    ...options,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const told: string[] = [];
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  createInterface({ input: server.stderr }).on('line', (line) => {
    told.push(line);
    if (line.includes(READY)) resolve();
  });
  server.once('error', reject);
  server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${told.join('\n')}`)));
  await ready;
  return server;
}

/** Every place is a schema of its own: quicker than a database, and an account may make one that may not make those. */
function serverAt(url: string): PostgresServer {
  async function run(statement: string): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }
  return {
    run,
    async newPlace() {
      const schema = `readout_${randomBytes(6).toString('hex')}`;
      await run(`create schema ${schema}`);
      const within = `${url}${url.includes('?') ? '&' : '?'}options=-csearch_path%3D${schema}`;
      return {
        url: new Secret(within),
        remove: async () => void (await run(`drop schema ${schema} cascade`)),
      };
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
