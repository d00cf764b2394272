import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import { composeReadout } from '#compose/compose-readout.ts';
import { readConfig } from '#config/read-config.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Host } from './a-host.ts';

/** Lets every feed be visited once without the process, so that what is published afterwards is news and due now. */
export async function visitOnce({ environment, database }: Host): Promise<void> {
  const surroundings = {
    clock: () => new Date(),
    stopwatch: () => performance.now(),
    random: () => 0.5,
    output: new Writable({ write: (_chunk, _encoding, done) => done() }),
    environment,
    log: silentLog,
    metrics: silentMetrics,
  };
  {
    await using readout = await composeReadout(readConfig(environment), surroundings);
    await readout.visit();
  }
  makeFeedsDue({ database });
}

/** Lets every feed be visited again at the next beat. */
export function makeFeedsDue({ database }: Pick<Host, 'database'>): void {
  using opened = new DatabaseSync(database, { timeout: 5 * SECOND_MS });
  opened.exec("update feeds set next_visit_at = '2000-01-01T00:00:00.000Z'");
}

/** The same, again and again while it is awaited: a visit that is under way writes its own hour over the first time. */
export async function keepingFeedsDue<Result>(
  host: Pick<Host, 'database'>,
  awaited: () => Promise<Result>,
): Promise<Result> {
  makeFeedsDue(host);
  const again = setInterval(() => makeFeedsDue(host), SECOND_MS);
  try {
    return await awaited();
  } finally {
    clearInterval(again);
  }
}
