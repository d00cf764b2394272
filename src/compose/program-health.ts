import type { Health } from '#adapters/web/web-server.ts';
import type { PlatformState } from '#channel/chat-platforms.ts';
import { healthOf, isRead } from '#feed/health-of.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { Ledger } from '#ledger.ts';

/** How the running program is, point by point, for `/healthz` and `/readyz`. */
export async function programHealth(
  ledger: Ledger,
  platforms: readonly PlatformState[],
  now: Date,
): Promise<readonly Health[]> {
  const records = await ledger.feeds.listAll();
  const health = records.map((record) => healthOf(record, now));
  const failing = health.filter((one) => one.kind !== 'not-read-yet' && !isRead(one)).length;
  const isOverdue = records.some(({ nextVisitAt }) => now.getTime() - Date.parse(nextVisitAt) > HOUR_MS);
  return [
    { name: 'database', isWell: true, detail: 'answers' },
    {
      name: 'feeds',
      isWell: failing < records.length,
      detail: `${records.length - failing} of ${records.length} well`,
    },
    {
      name: 'beat',
      isWell: !isOverdue,
      detail: isOverdue ? 'feeds have been due for over an hour' : 'on time',
    },
    ...platforms.map(({ platform, problem }) => ({
      name: platform,
      isWell: problem === undefined,
      detail: problem === undefined ? 'connected' : 'not connected',
    })),
  ];
}
