import type { Feed, FeedRecord } from '#feed/feed.ts';

/** What is remembered of a feed that was never visited: it is due at once. */
export function newFeedRecord(feed: Feed, now: Date): FeedRecord {
  return {
    feed: feed.id,
    url: feed.url,
    validators: {},
    nextVisitAt: now.toISOString(),
    failuresInARow: 0,
    isFirstVisitDone: false,
    usualNewItems: 0,
    movedCount: 0,
  };
}
