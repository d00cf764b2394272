import type { FeedRecord } from '#feed/feed.ts';
import { recordAfterVisit } from '#feed/record-after-visit.ts';
import type { UnchangedVisit } from '#feed/visit-due-feeds.ts';
import { publisherOf } from '#journey/publisher-of.ts';
import { type Stages, WINDOW_MS } from '#journey/stages.ts';
import { isAwaited } from '#story/is-awaited.ts';

/** Visits that found nothing new, closed with one commit. */
export async function carryUnchanged(visits: readonly UnchangedVisit[], stages: Stages): Promise<void> {
  const { ledger, clock, random, metrics } = stages;
  const now = clock();
  const closed: FeedRecord[] = [];
  for (const { record, visit } of visits) {
    const publisher = publisherOf(record, stages);
    if (publisher === undefined) {
      await ledger.feeds.forget(record.feed);
      continue;
    }
    const { outlet } = publisher;
    const awaited = await isAwaited(outlet, ledger.stories, now);
    closed.push(recordAfterVisit(record, visit, { now, kind: outlet.kind, isAwaited: awaited, random }));
  }
  await ledger.transaction(async ({ feeds }) => {
    for (const record of closed) await feeds.save(record);
  });
  metrics.count('readout_visits_total', closed.length, { outcome: 'unchanged' });
  stages.windows.forgetBefore(new Date(now.getTime() - WINDOW_MS));
}
