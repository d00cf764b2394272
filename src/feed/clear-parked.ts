import type { FeedId } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';

/** Takes note that a person has decided about what the flood rule held back of these feeds. */
export async function clearParked(ids: ReadonlySet<FeedId>, feeds: FeedStore): Promise<void> {
  for (const { parkedSince, ...record } of await feeds.listAll()) {
    if (parkedSince !== undefined && ids.has(record.feed)) await feeds.save(record);
  }
}
