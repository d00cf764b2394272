import { feedLinksIn } from '#adapters/rss/feed-links.ts';
import { readOpml } from '#adapters/rss/read-opml.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import type { FeedSearch } from '#article/feed-search.ts';
import type { FeedFetcher } from '#feed/feed-visit.ts';

/** Looks for feeds through the same fetcher as all visits: one guard, one politeness. It is asked for only when needed. */
export const feedSearchOver = (fetcher: () => FeedFetcher): FeedSearch => ({
  fetcher: { visit: (request) => fetcher().visit(request) },
  parser: rssFeedParser,
  linksIn: feedLinksIn,
  readOpml,
});
