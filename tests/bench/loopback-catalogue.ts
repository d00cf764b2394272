import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parse } from 'yaml';

/** A copy of `config/` in which every feed lives on this machine, and the process that serves them. */
export type LoopbackCatalogue = AsyncDisposable & {
  /** What the program has to be told: where its settings and its database are. */
  readonly environment: Readonly<Record<'READOUT_CONFIG' | 'READOUT_DATABASE', string>>;
  /** How many feeds there are. */
  readonly feeds: number;
};

/** Whether a feed stays as it is, or has two new items at every visit. */
export type Pace = 'steady' | 'moving';

type Feed = { readonly url: string; readonly language?: string };
/** An outlet that others quote may have no feed of its own. */
type Table = { readonly outlets: Readonly<Record<string, { readonly feeds?: readonly Feed[] }>> };

const SETTINGS = {
  database: { disk_is_kept: true },
  feeds: { allow_networks: ['127.0.0.0/8'], read_official_pages: false },
};

/** Serves the feeds of every so-manieth outlet of the catalogue, in their languages. No outside host is ever asked. */
export async function loopbackCatalogue(pace: Pace, everyNth = 1): Promise<LoopbackCatalogue> {
  const catalogue = thin(parse(readFileSync('config/feeds.yaml', 'utf8')) as Table, everyNth);
  const languages = feedsOf(catalogue).map(({ language = 'en' }) => language);
  const child = spawn(process.execPath, ['tests/bench/publish-news.ts', ...languages], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ports = await readPorts(child.stdout);

  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  cpSync('config', folder, { recursive: true });
  const addresses = ports.map((port) => `http://127.0.0.1:${port}/${pace}`);
  // JSON is YAML.
  writeFileSync(join(folder, 'feeds.yaml'), JSON.stringify(moveTo(catalogue, addresses)));
  writeFileSync(join(folder, 'readout.yaml'), JSON.stringify(SETTINGS));
  return {
    environment: { READOUT_CONFIG: folder, READOUT_DATABASE: join(folder, 'bench.sqlite') },
    feeds: ports.length,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function thin({ outlets }: Table, everyNth: number): Table {
  const kept = Object.entries(outlets).filter((_, place) => place % everyNth === 0);
  return { outlets: Object.fromEntries(kept) };
}

const feedsOf = ({ outlets }: Table): readonly Feed[] =>
  Object.values(outlets).flatMap(({ feeds = [] }) => feeds);

function moveTo({ outlets }: Table, addresses: readonly string[]): Table {
  const left = addresses.values();
  const move = (feed: Feed): Feed => ({ ...feed, url: left.next().value ?? feed.url });
  const moved = Object.entries(outlets).map(([id, outlet]) => [
    id,
    { ...outlet, ...(outlet.feeds && { feeds: outlet.feeds.map(move) }) },
  ]);
  return { outlets: Object.fromEntries(moved) };
}

async function readPorts(output: Readable): Promise<readonly number[]> {
  for await (const line of createInterface({ input: output })) {
    return (JSON.parse(line) as { readonly ports: readonly number[] }).ports;
  }
  throw new Error('The publishers ended before they were ready; what they said stands above.');
}
