import type { Feed, FeedRecord } from '#feed/feed.ts';
import type { Outlet } from '#feed/outlet.ts';
import type { Stages } from '#journey/stages.ts';

/** Whose document it is; absent where its people took the feed out. */
export function publisherOf(
  record: FeedRecord,
  { catalogue }: Stages,
): { readonly feed: Feed; readonly outlet: Outlet } | undefined {
  const feed = catalogue.feed(record.feed);
  const outlet = feed && catalogue.outlet(feed.outlet);
  return outlet && { feed, outlet };
}
