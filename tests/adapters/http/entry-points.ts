import type { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { discoverFeeds } from '#article/discover-feeds.ts';
import { lookAtAddress } from '#article/look-at-address.ts';
import { feedSearchOver } from '#compose/feed-search-over.ts';

/** A way by which an address that a stranger chose is asked for; gives what came of it. */
export type EntryPoint = {
  readonly name: string;
  readonly ask: (address: string, means: EntryMeans) => Promise<Outcome>;
};

/** What entry points work with. */
export type EntryMeans = {
  /** No network is allowed beside the public ones, and that of the redirecting publisher. */
  readonly fetcher: ReturnType<typeof undiciFeedFetcher>;
  /** An address on loopback that redirects to the query's `to`, with its `status`. */
  readonly redirecting: string;
  /** An address on loopback with a page that points to the query's `to` as its feed. */
  readonly pointing: string;
};

/** As far as the entry point tells: discovery has no reason, and what is no address at all it does not ask for. */
export type Outcome = { readonly kind: string; readonly reason?: string; readonly detail?: string };

const redirectTo = (address: string, status: number, { redirecting }: EntryMeans): string =>
  `${redirecting}?status=${status}&to=${encodeURIComponent(address)}`;

const searchOver = ({ fetcher }: EntryMeans) => feedSearchOver(() => fetcher);

/** Every road on which the program asks for an address it was given. A new road is one more row. */
export const ENTRY_POINTS: readonly EntryPoint[] = [
  { name: 'a feed', ask: (url, { fetcher }) => fetcher.visit({ url, validators: {} }) },
  { name: 'a page', ask: (url, { fetcher }) => fetcher.fetchPage(url) },
  ...[301, 302, 303, 307, 308].map((status) => ({
    name: `a redirect by ${status}`,
    ask: (url: string, means: EntryMeans) =>
      means.fetcher.visit({ url: redirectTo(url, status, means), validators: {} }),
  })),
  {
    name: 'a page that redirects',
    ask: (url, means) => means.fetcher.fetchPage(redirectTo(url, 302, means)),
  },
  { name: 'an address that somebody adds', ask: (url, means) => discoverFeeds(url, searchOver(means)) },
  {
    name: 'an address that a page points to',
    ask: (url, means) => discoverFeeds(`${means.pointing}?to=${encodeURIComponent(url)}`, searchOver(means)),
  },
  { name: 'an imported address', ask: (url, means) => lookAtAddress(url, searchOver(means)) },
];
