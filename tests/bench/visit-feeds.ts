import { dirname } from 'node:path';
import { cpuUsage, env, memoryUsage } from 'node:process';
import { Writable } from 'node:stream';
import { composeReadout } from '#compose/compose-readout.ts';
import { openCatalogue } from '#compose/open-catalogue.ts';
import { readConfig } from '#config/read-config.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { giveBackMemory } from '#tools/give-back-memory.ts';
import { storeDocuments } from './store-documents.ts';

/** What `visit-feeds.ts` says on one line. */
export type Visited = {
  readonly feeds: number;
  readonly articles: number;
  /** Processor seconds, user and system, of the first visits and of each round after them. */
  readonly coldSeconds: number;
  readonly unchangedSeconds: readonly number[];
  /** Of documents fetched, read, told apart and stored, and nothing else: what any feed reader does. */
  readonly storedSeconds: number;
  readonly residentMegabytes: number;
};

/** `BENCH_ROUNDS` makes more of them, for a profile of unchanged visits alone. */
const ROUNDS = Number(env['BENCH_ROUNDS'] ?? 5);

// A process of its own: the composed program, without chat platforms, visits every feed of its settings for the first
// time and then five times more, at a clock of its own.
const clock = { now: new Date() };
const config = readConfig(env);
await using readout = await composeReadout(config, {
  clock: () => clock.now,
  stopwatch: () => clock.now.getTime(),
  random: () => 0.5,
  output: new Writable({ write: (_chunk, _encoding, done) => done() }),
  environment: {},
  log: silentLog,
  metrics: silentMetrics,
});
const coldSeconds = await secondsOf(visitAll);
giveBackMemory();
const unchangedSeconds: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  clock.now = new Date(clock.now.getTime() + HOUR_MS);
  unchangedSeconds.push(await secondsOf(visitAll));
}
const records = await readout.ledger.feeds.listAll();
const failing = records.filter(
  ({ failingSince, isFirstVisitDone }) => failingSince !== undefined || !isFirstVisitDone,
);
if (failing.length > 0) throw new Error(`${failing.length} feeds were not read: ${failing[0]?.lastFailure}`);
const residentMegabytes = memoryUsage.rss() / 1_000_000;
const catalogue = await openCatalogue(config, readout.ledger);
const folder = dirname(env['READOUT_DATABASE'] ?? '');
const storedSeconds = await secondsOf(() =>
  storeDocuments(catalogue, config.settings.feeds, folder, clock.now),
);
const visited: Visited = {
  feeds: records.length,
  articles: (await readout.ledger.articles.count()).articles,
  coldSeconds,
  unchangedSeconds,
  storedSeconds,
  residentMegabytes,
};
process.stdout.write(`${JSON.stringify(visited)}\n`);

async function visitAll(): Promise<void> {
  while ((await readout.visit()) > 0);
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = cpuUsage();
  await work();
  const { user, system } = cpuUsage(begun);
  return (user + system) / 1_000_000;
}
