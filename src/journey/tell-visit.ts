import type { ReadDocument } from '#article/read-document.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { Outlet } from '#feed/outlet.ts';
import type { Stages } from '#journey/stages.ts';

/** Tells log and metrics of a visit: its outcome, a flood, what could not be read. */
export function tellVisit(
  { feed, url }: FeedRecord,
  { visit, flood, parked, document }: ReadDocument,
  { id: outlet }: Outlet,
  { log, metrics }: Stages,
): void {
  // The host alone: what follows it in an address may hold a key.
  const who = { feed, outlet, host: URL.parse(url)?.host ?? 'unknown' };
  metrics.count('readout_visits_total', 1, { outcome: visit.kind });
  if (visit.kind === 'failed')
    log.warn('feed.failed', { ...who, reason: visit.reason, detail: visit.detail });
  if (flood.kind !== 'calm') log.warn('feed.parked', { ...who, why: flood.kind, articles: parked.length });
  for (const problem of document?.problems ?? []) log.warn('feed.partly_unreadable', { ...who, problem });
}
