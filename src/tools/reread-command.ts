import { env, pid } from 'node:process';
import type { Writable } from 'node:stream';
import { composeReadout } from '#compose/compose-readout.ts';
import { openLog } from '#compose/open-log.ts';
import { InvalidSettings } from '#config/problem.ts';
import { readConfig } from '#config/read-config.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Lease } from '#ledger.ts';
import { misuse } from '#tools/misuse.ts';

/** `readout reread`: articles that a stage could not read are tried again; the exit status is 1 while some cannot. */
export async function reread(rest: readonly string[], output: Writable): Promise<number> {
  if (rest.length > 0) return misuse('readout reread');
  const config = readConfig(env);
  const surroundings = {
    clock: () => new Date(),
    random: Math.random,
    output,
    environment: env,
    log: openLog(config.settings),
    metrics: silentMetrics,
  };
  const holder = `reread:${pid}`;
  await using readout = await composeReadout(config, surroundings, (lease) => claim(lease, holder));
  try {
    const { read, unread } = await readout.reread();
    output.write(`${read} read now, ${unread} still unread${unread > 0 ? ': the log says why' : ''}.\n`);
    return unread === 0 ? 0 : 1;
  } finally {
    await readout.lease.release(holder);
  }
}

/** Two processes must not put articles into stories at once: each knows only its own window. */
async function claim(lease: Lease, holder: string): Promise<void> {
  if (await lease.take(holder, new Date(), MINUTE_MS)) return;
  throw new InvalidSettings([
    {
      where: 'readout reread',
      message: 'A running Readout works with this database.',
      remedy: 'Stop it first, or wait a minute after it ended.',
    },
  ]);
}
