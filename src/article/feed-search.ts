import type { FeedParser } from '#article/item.ts';
import type { FeedFetcher } from '#feed/feed-visit.ts';
import type { ReadOpml } from '#feed/opml.ts';

/** A feed that a web page points to. */
export type FeedLink = { readonly url: string; readonly title?: string };

/** Reads which feeds a web page points to, the likeliest first; none in what is no page. Never throws. */
export type ReadFeedLinks = (page: {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly url: string;
}) => readonly FeedLink[];

/** What feeds are looked for with, at addresses that people give. */
export type FeedSearch = {
  readonly fetcher: FeedFetcher;
  readonly parser: FeedParser;
  readonly linksIn: ReadFeedLinks;
  readonly readOpml: ReadOpml;
};
