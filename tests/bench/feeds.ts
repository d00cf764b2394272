import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { createInterface } from 'node:readline';
import { medianOf, type Row } from './row.ts';
import { readStartScript } from './run-program.ts';
import type { Visited } from './visit-feeds.ts';

const COUNTS = (env['BENCH_FEEDS'] ?? '1000,5000').split(',').map(Number);
const THOUSAND = 1_000;

/** Processor time of a thousand first visits, and of a thousand that find nothing new, beside newsboat where it is installed. */
export async function feeds(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const count of COUNTS) {
    await using publishers = await servePublishers(count);
    rows.push(...measureReadout(publishers), ...measureNewsboat(publishers));
  }
  return rows;
}

type Publishers = AsyncDisposable & { readonly urls: readonly string[]; readonly folder: string };

/** Each feed has an address of its own, as if it were a host. */
const hostOf = (feed: number) => `127.${(feed >> 16) + 1}.${(feed >> 8) & 255}.${feed & 255}`;

async function servePublishers(count: number): Promise<Publishers> {
  const child = spawn(process.execPath, ['tests/bench/serve-feeds.ts', `${count}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { port } = JSON.parse(line) as { port: number };
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  return {
    urls: Array.from({ length: count }, (_, feed) => `http://${hostOf(feed)}:${port}/${feed}`),
    folder,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function measureReadout({ urls, folder }: Publishers): readonly Row[] {
  const config = join(folder, 'config');
  cpSync('config', config, { recursive: true });
  // JSON is YAML.
  writeFileSync(
    join(config, 'feeds.yaml'),
    JSON.stringify({ outlets: Object.fromEntries(urls.map(toOutlet)) }),
  );
  writeFileSync(join(config, 'readout.yaml'), JSON.stringify(SETTINGS));
  const { flags, variables } = readStartScript();
  const output = execFileSync(process.execPath, [...flags, ...PROFILING, 'tests/bench/visit-feeds.ts'], {
    env: { ...env, ...variables, READOUT_CONFIG: config, READOUT_DATABASE: join(folder, 'bench.sqlite') },
    encoding: 'utf8',
  });
  const { feeds, articles, coldSeconds, unchangedSeconds, storedSeconds, residentMegabytes } = JSON.parse(
    output,
  ) as Visited;
  const perThousand = (seconds: number): number => (seconds / feeds) * THOUSAND;
  const about = `${feeds.toLocaleString('en')} feeds`;
  return [
    { name: `Readout, ${about}, first visit`, value: perThousand(coldSeconds), unit: CPU, runs: 1 },
    {
      name: `Readout, ${about}, fetched, read and stored only`,
      value: perThousand(storedSeconds),
      unit: CPU,
      runs: 1,
    },
    {
      name: `Readout, ${about}, unchanged (304)`,
      value: perThousand(medianOf(unchangedSeconds)),
      unit: CPU,
      runs: unchangedSeconds.length,
    },
    {
      name: `Readout, ${about}, ${articles.toLocaleString('en')} articles, resident`,
      value: residentMegabytes,
      unit: 'MB',
      runs: 1,
    },
  ];
}

const CPU = 'cpu-s/1,000 visits';
const SETTINGS = {
  database: { disk_is_kept: true },
  feeds: { allow_networks: ['127.0.0.0/8'], read_official_pages: false },
};
/** `BENCH_PROFILE=FOLDER` keeps a profile of the processor there. */
const PROFILING = env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${env['BENCH_PROFILE']}`] : [];

const toOutlet = (url: string, place: number) =>
  [
    `outlet-${place}`,
    {
      name: `Outlet ${place}`,
      kind: 'media',
      owner: `Owner ${place}`,
      languages: ['en'],
      feeds: [{ url, language: 'en', seen_working: 'never', evidence: 'invented' }],
    },
  ] as const;

/** `newsboat -x reload`, as an operator has it; its start-up is what it takes to load the same cache and say what is unread. */
function measureNewsboat({ urls, folder }: Publishers): readonly Row[] {
  if (!isInstalled('newsboat')) return [];
  const [urlFile, cache, config] = ['urls', 'cache.db', 'newsboat.conf'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(urlFile, `${urls.join('\n')}\n`);
  writeFileSync(config, 'reload-threads 8\nshow-read-feeds yes\n');
  const run = (what: string) =>
    cpuSecondsOf('newsboat', ['-u', urlFile, '-c', cache, '-C', config, '-x', what], folder);
  const startEmpty = run('print-unread');
  const cold = run('reload');
  const startFull = medianOf([1, 2, 3].map(() => run('print-unread')));
  const unchanged = [1, 2, 3].map(() => run('reload'));
  const perThousand = (seconds: number): number => (seconds / urls.length) * THOUSAND;
  const about = `${urls.length.toLocaleString('en')} feeds`;
  return [
    { name: `newsboat, ${about}, first reload`, value: perThousand(cold - startEmpty), unit: CPU, runs: 1 },
    {
      name: `newsboat, ${about}, unchanged (304)`,
      value: perThousand(medianOf(unchanged) - startFull),
      unit: CPU,
      runs: 3,
    },
    {
      name: `newsboat, ${about}, unchanged with its start-up`,
      value: perThousand(medianOf(unchanged)),
      unit: CPU,
      runs: 3,
    },
    { name: `newsboat, ${about}, start-up taken off above`, value: startFull, unit: 'cpu-s', runs: 3 },
  ];
}

const isInstalled = (program: string): boolean =>
  (env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** The shell's own `time` says what a child took; Node does not. */
function cpuSecondsOf(program: string, words: readonly string[], folder: string): number {
  const { stderr: told, status } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1`, 'bash', program, ...words],
    {
      env: { ...env, HOME: folder, LC_ALL: 'C' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${told}`);
  return told
    .trim()
    .split(/\s+/)
    .map(Number)
    .reduce((sum, part) => sum + part, 0);
}
