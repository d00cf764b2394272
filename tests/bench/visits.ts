import { cpuUsage, env } from 'node:process';
import { Writable } from 'node:stream';
import { composeReadout, type Readout } from '#compose/compose-readout.ts';
import { readConfig } from '#config/read-config.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { loopbackCatalogue, type Pace } from './loopback-catalogue.ts';
import { medianRow, type Row } from './row.ts';

const ROUNDS = 5;
/** A third of the catalogue keeps a round short. */
const EVERY_NTH_OUTLET = 3;
/** After this long every feed is due again. */
const ROUND_MS = HOUR_MS;

/** How many visits the whole road takes in a second of processor time: fetched, read, matched, grouped and kept. */
export async function visits(): Promise<readonly Row[]> {
  return [
    medianRow('visits that bring nothing (304)', await measure('steady'), 'visits/cpu-second'),
    medianRow('visits with 2 new items of 30 (200)', await measure('moving'), 'visits/cpu-second'),
  ];
}

async function measure(pace: Pace): Promise<readonly number[]> {
  await using catalogue = await loopbackCatalogue(pace, EVERY_NTH_OUTLET);
  const config = readConfig({ ...env, ...catalogue.environment });
  const clock = { now: new Date() };
  await using readout = await composeReadout(config, {
    clock: () => clock.now,
    stopwatch: () => clock.now.getTime(),
    random: () => 0.5,
    output: new Writable({ write: (_chunk, _encoding, done) => done() }),
    environment: {},
    log: silentLog,
    metrics: silentMetrics,
  });
  // The first visit fills the archive and warms the code up.
  await visitAll(readout, catalogue.feeds);

  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    clock.now = new Date(clock.now.getTime() + ROUND_MS);
    const begun = cpuUsage();
    await visitAll(readout, catalogue.feeds);
    const { user, system } = cpuUsage(begun);
    rounds.push(catalogue.feeds / ((user + system) / 1_000_000));
  }
  return rounds;
}

async function visitAll(readout: Readout, feeds: number): Promise<void> {
  const visited = await readout.visit();
  const failing = (await readout.ledger.feeds.listAll()).filter(
    ({ failingSince }) => failingSince !== undefined,
  );
  if (visited !== feeds || failing.length > 0)
    throw new Error(`Of ${feeds} feeds ${visited} were visited, and ${failing.length} could not be read.`);
}
