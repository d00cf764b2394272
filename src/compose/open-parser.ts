import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import type { FeedParser } from '#article/item.ts';

/** Reads feed documents; needs nothing else. */
export const openParser = (): FeedParser => rssFeedParser;
