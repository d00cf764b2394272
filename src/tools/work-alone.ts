import { hostname } from 'node:os';
import { env, pid } from 'node:process';
import type { Writable } from 'node:stream';
import { composeReadout, type Readout } from '#compose/compose-readout.ts';
import { openLog } from '#compose/open-log.ts';
import { ownWatch } from '#compose/own-watch.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { LeaseLost } from '#ledger.ts';
import { CLAIMED_FOR_MS, claimDatabase } from '#tools/claim-database.ts';

const RENEW_EVERY_MS = 15 * SECOND_MS;

/**
 * Does a tool's work with the composed program while no other process works with the database; gives the exit status.
 * Throws with the remedy where one does; when one takes over half-way, that is told and the status is 1.
 */
export async function workAlone(
  tool: string,
  output: Writable,
  work: (readout: Readout, config: Config) => Promise<number>,
): Promise<number> {
  const config = readConfig(env);
  const surroundings = {
    clock: () => new Date(),
    stopwatch: ownWatch,
    random: Math.random,
    output,
    environment: env,
    log: openLog(config.settings),
    metrics: silentMetrics,
  };
  const holder = `${hostname()}:${pid} (readout ${tool})`;
  await using readout = await composeReadout(config, surroundings, {
    holder,
    take: (lease) => claimDatabase(lease, holder, `readout ${tool}`),
    onLost: () => {},
  });
  // A renewal that fails needs no word of its own: whoever has taken over makes the next write throw.
  const renewing = setInterval(() => {
    readout.lease.renew(holder, new Date(), CLAIMED_FOR_MS).catch(() => {});
  }, RENEW_EVERY_MS);
  try {
    return await work(readout, config);
  } catch (cause) {
    if (!(cause instanceof LeaseLost)) throw cause;
    output.write(
      'A Readout that waited has taken over. What was done until then is kept; stop it to go on.\n',
    );
    return 1;
  } finally {
    clearInterval(renewing);
    await readout.lease.release(holder);
  }
}
