import { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import type { Inspection } from '#article/inspect-feeds.ts';
import { userAgentOf } from '#compose/user-agent-of.ts';
import type { Config } from '#config/read-config.ts';

/** Fetches through the guard that the settings describe, and reads what comes; for looking at feeds without keeping anything. */
export function openInspection({ settings }: Config): Inspection & AsyncDisposable {
  const fetcher = undiciFeedFetcher({ ...settings.feeds, userAgent: userAgentOf(settings) });
  return {
    fetcher,
    parser: rssFeedParser,
    feedsAtOnce: settings.feeds.atOnce,
    [Symbol.asyncDispose]: () => fetcher[Symbol.asyncDispose](),
  };
}
