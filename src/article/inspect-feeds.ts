import type { FeedParser } from '#article/item.ts';
import type { Feed } from '#feed/feed.ts';
import type { FeedFetcher, FeedVisit } from '#feed/feed-visit.ts';

/** What visiting one feed showed; `problem` in words when it cannot be read now. */
export type FeedFinding = {
  readonly feed: Feed;
  readonly items: number;
  /** ISO 8601, UTC. */
  readonly newest?: string;
  readonly problem?: string;
};

/** What the inspection works with. */
export type Inspection = {
  readonly fetcher: FeedFetcher;
  readonly parser: FeedParser;
  readonly feedsAtOnce: number;
};

/** Visits every feed once and keeps nothing; tells each finding as it comes. */
export async function inspectFeeds(
  feeds: readonly Feed[],
  inspection: Inspection,
  tell: (finding: FeedFinding) => void,
): Promise<void> {
  const waiting = feeds.values();
  // All share one iterator, so each takes the next feed when it is done with its last.
  const visitNext = async (): Promise<void> => {
    for (const feed of waiting) {
      const visit = await inspection.fetcher.visit({ url: feed.url, validators: {} });
      tell({ feed, ...(await findingOf(visit, inspection.parser)) });
    }
  };
  await Promise.all(Array.from({ length: inspection.feedsAtOnce }, visitNext));
}

async function findingOf(visit: FeedVisit, parser: FeedParser): Promise<Omit<FeedFinding, 'feed'>> {
  switch (visit.kind) {
    case 'failed':
      return { items: 0, problem: visit.detail };
    case 'unchanged':
      return { items: 0, problem: 'It answered “unchanged” to a first question.' };
    case 'fresh':
      return readFinding(visit, parser);
  }
}

async function readFinding(
  { bytes, answeredBy: url, contentType }: Extract<FeedVisit, { kind: 'fresh' }>,
  parser: FeedParser,
): Promise<Omit<FeedFinding, 'feed'>> {
  const parsed = await parser.parse({ bytes, url, ...(contentType !== undefined && { contentType }) });
  if ('error' in parsed) return { items: 0, problem: parsed.error.message };
  const newest = parsed.items
    .flatMap(({ published }) => published ?? [])
    .toSorted()
    .at(-1);
  return { items: parsed.items.length, ...(newest !== undefined && { newest }) };
}
