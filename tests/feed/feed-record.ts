import type { FeedId, FeedRecord } from '#feed/feed.ts';

/** A feed that is healthy and was visited before, with what a test wants different. */
export function feedRecord(changes: Partial<FeedRecord> = {}): FeedRecord {
  return {
    feed: 'feed-1' as FeedId,
    url: 'https://news.example/feed.xml',
    validators: { etag: '"one"' },
    nextVisitAt: '2026-03-02T10:00:00.000Z',
    failuresInARow: 0,
    isFirstVisitDone: true,
    usualNewItems: 0,
    movedCount: 0,
    ...changes,
  };
}
