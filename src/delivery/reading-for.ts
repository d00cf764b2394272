import type { Reading } from '#card/compose-digest.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import { isOutage } from '#feed/outages.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/** How much of what a workspace sees is read at the moment, and which outlets are not, the longest silent first. */
export async function readingFor(
  workspace: WorkspaceId,
  {
    ledger,
    catalogue,
    now,
  }: { readonly ledger: { readonly feeds: FeedStore }; readonly catalogue: Catalogue; readonly now: Date },
): Promise<Reading> {
  const feeds = new Map(
    catalogue.feedsFor(workspace).map((feed) => [feed.id, catalogue.outlet(feed.outlet)]),
  );
  const failing = (await ledger.feeds.listFailing()).filter(({ feed }) => feeds.has(feed));
  const outages = failing
    .filter((record) => isOutage(record, feeds.get(record.feed)?.kind, now))
    .flatMap(({ feed, failingSince }) =>
      failingSince === undefined ? [] : [{ outlet: feeds.get(feed)?.name ?? feed, since: failingSince }],
    )
    .toSorted((one, other) => one.since.localeCompare(other.since, 'en'));
  return { feeds: feeds.size, read: feeds.size - failing.length, outages };
}
