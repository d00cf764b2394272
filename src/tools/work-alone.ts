import { env, pid } from 'node:process';
import type { Writable } from 'node:stream';
import { composeReadout, type Readout } from '#compose/compose-readout.ts';
import { openLog } from '#compose/open-log.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { LeaseLost } from '#ledger.ts';
import { claimDatabase } from '#tools/claim-database.ts';

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
    random: Math.random,
    output,
    environment: env,
    log: openLog(config.settings),
    metrics: silentMetrics,
  };
  const holder = `${tool}:${pid}`;
  await using readout = await composeReadout(config, surroundings, {
    holder,
    take: (lease) => claimDatabase(lease, holder, `readout ${tool}`),
    onLost: () => {},
  });
  try {
    return await work(readout, config);
  } catch (cause) {
    if (!(cause instanceof LeaseLost)) throw cause;
    output.write(
      'A Readout that waited has taken over. What was done until then is kept; stop it to go on.\n',
    );
    return 1;
  } finally {
    await readout.lease.release(holder);
  }
}
