import type { Health } from '#adapters/web/web-server.ts';
import type { PlatformState } from '#channel/chat-platforms.ts';
import { healthOf, isRead } from '#feed/health-of.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { Lease, Ledger } from '#ledger.ts';

/** What the running program depends on. */
export type Depends = {
  readonly ledger: Pick<Ledger, 'feeds'>;
  readonly lease: Pick<Lease, 'current'>;
  /** Names this process in the lease. */
  readonly holder: string;
  /** Whether the database took the last change that was tried. */
  readonly isWritten: boolean;
  readonly platforms: readonly PlatformState[];
};

/** How each thing is that the running program depends on, for `/readyz`. Never throws. */
export async function programHealth(depends: Depends, now: Date): Promise<readonly Health[]> {
  const platforms = depends.platforms.map(platformHealth);
  try {
    const lease = await leaseHealth(depends, now);
    const feeds = await feedsHealth(depends, now);
    return [databaseHealth(depends), lease, ...feeds, ...platforms];
  } catch {
    // Why, and where it is, stands in the log: this page may be seen by others than the operator.
    return [{ name: 'database', isWell: false, detail: 'does not answer' }, ...platforms];
  }
}

const databaseHealth = ({ isWritten }: Depends): Health => ({
  name: 'database',
  isWell: isWritten,
  detail: isWritten ? 'answers' : 'takes no changes',
});

async function leaseHealth({ lease, holder }: Depends, now: Date): Promise<Health> {
  const tenure = await lease.current();
  const isOurs = tenure?.holder === holder && tenure.until > now;
  return { name: 'lease', isWell: isOurs, detail: isOurs ? 'held' : 'not held by this process' };
}

async function feedsHealth({ ledger }: Depends, now: Date): Promise<readonly Health[]> {
  const records = await ledger.feeds.listAll();
  const health = records.map((record) => healthOf(record, now));
  const failing = health.filter((one) => one.kind !== 'not-read-yet' && !isRead(one)).length;
  const isOverdue = records.some(({ nextVisitAt }) => now.getTime() - Date.parse(nextVisitAt) > HOUR_MS);
  return [
    {
      name: 'feeds',
      isWell: records.length === 0 || failing < records.length,
      detail: `${records.length - failing} of ${records.length} well`,
    },
    {
      name: 'beat',
      isWell: !isOverdue,
      detail: isOverdue ? 'feeds have been due for over an hour' : 'on time',
    },
  ];
}

const platformHealth = ({ platform, problem }: PlatformState): Health => ({
  name: platform,
  isWell: problem === undefined,
  detail: problem === undefined ? 'connected' : 'not connected',
});
