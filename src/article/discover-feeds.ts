import type { FeedSearch } from '#article/feed-search.ts';
import { type FoundFeed, type LookedAt, lookAtAddress } from '#article/look-at-address.ts';
import type { VisitFailure } from '#feed/feed-visit.ts';
import { sameAddress } from '#feed/same-address.ts';
import { type WebAddress, webAddressOf } from '#feed/web-address-of.ts';

/** What looking for feeds at an address came to. `nothing`: it answers, and no feed was found there. */
export type Discovery =
  | {
      readonly kind: 'found';
      readonly feeds: readonly [FoundFeed, ...FoundFeed[]];
      readonly cutShort?: CutShort;
    }
  | { readonly kind: 'nothing'; readonly cutShort?: CutShort }
  | { readonly kind: 'no-answer'; readonly detail: string }
  | { readonly kind: 'no-address' };

/** Of the feeds that a page names, how many were looked at when the requests were used up. */
export type CutShort = { readonly named: number; readonly lookedAt: number };

/** All requests for one question, redirects not counted: whoever asks has no right to more of a stranger's server. */
const MOST_REQUESTS = 6;

/** Where feeds stand on sites that do not say where; the commonest first. */
const USUAL_PLACES = ['/feed', '/rss.xml', '/rss', '/atom.xml', '/feed.xml', '/index.xml'];

/** Looks once, and gives nothing when there were enough requests. */
type Look = (url: string) => Promise<LookedAt | undefined>;

/**
 * Finds the feeds that somebody means by an address: what stands there itself, else what its page points to, else what
 * stands at the usual places of its site. Only feeds that answer and can be read are found.
 */
export async function discoverFeeds(typed: string, search: FeedSearch): Promise<Discovery> {
  const address = webAddressOf(typed);
  if (address === undefined) return { kind: 'no-address' };

  const look = lookerWithin(MOST_REQUESTS, search);
  const first = await lookFirst(address, look);
  if (first.kind === 'feed') return { kind: 'found', feeds: [first.feed] };
  if (first.kind === 'failed' && !isAnswered(first.reason))
    return { kind: 'no-answer', detail: first.detail };

  const site = first.kind === 'page' ? first.url : address.url;
  const linked = first.kind === 'page' ? first.links.map(({ url }) => url) : [];
  const named = without(site, linked);
  const there = await readableAt(named, look, Number.POSITIVE_INFINITY);
  const cut = there.lookedAt < named.length && {
    cutShort: { named: named.length, lookedAt: there.lookedAt },
  };
  const { feeds } =
    there.feeds.length > 0 ? there : await readableAt(without(site, usualPlacesOf(site)), look, 1);
  const [found, ...more] = feeds;
  return found === undefined
    ? { kind: 'nothing', ...cut }
    : { kind: 'found', feeds: [found, ...more], ...cut };
}

function lookerWithin(mostRequests: number, search: FeedSearch): Look {
  let left = mostRequests;
  return async (url) => {
    if (left === 0) return undefined;
    left -= 1;
    return lookAtAddress(url, search);
  };
}

/** Where no scheme was given, and https does not answer, it may be http. */
async function lookFirst({ url, isGuessed }: WebAddress, look: Look): Promise<LookedAt> {
  const first = await look(url);
  const isOpen = first?.kind === 'failed' && !isAnswered(first.reason);
  const second = isGuessed && isOpen ? await look(url.replace(/^https:/, 'http:')) : undefined;
  const looked = second ?? first;
  if (looked === undefined) throw new Error('There is always a first request.');
  return looked;
}

/** A server that refuses one page may give another. */
function isAnswered(reason: VisitFailure): boolean {
  return ['refused', 'not-found', 'gone', 'server-error'].includes(reason);
}

const usualPlacesOf = (site: string): readonly string[] =>
  USUAL_PLACES.flatMap((place) => URL.parse(place, site)?.href ?? []);

/** Each address once, and not the one that was looked at. */
function without(site: string, addresses: readonly string[]): readonly string[] {
  const distinct = new Map(addresses.map((address) => [sameAddress(address), address]));
  distinct.delete(sameAddress(site));
  return [...distinct.values()];
}

/** The feeds among these addresses, and how many of them were looked at. */
async function readableAt(
  addresses: readonly string[],
  look: Look,
  mostFeeds: number,
): Promise<{ readonly feeds: readonly FoundFeed[]; readonly lookedAt: number }> {
  const feeds: FoundFeed[] = [];
  let lookedAt = 0;
  for (const address of addresses) {
    const looked = await look(address);
    if (looked === undefined) break;
    lookedAt += 1;
    if (looked.kind === 'feed') feeds.push(looked.feed);
    if (feeds.length >= mostFeeds) break;
  }
  return { feeds, lookedAt };
}
