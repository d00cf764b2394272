import { Parser } from 'htmlparser2';
import type { FeedLink, ReadFeedLinks } from '#article/feed-search.ts';
import { decodeBytes } from './decode-bytes.ts';

/** Pages say where their feeds are at the beginning, if at all; what comes later is seldom worth the reading. */
const MOST_CHARACTERS = 1024 * 1024;
const MOST_LINKS = 200;
/** Deeper than any page that people made; htmlparser2's time grows with the square of the depth. */
const DEEPEST = 2_000;
const FEED_TYPE = /^(?:application\/(?:(?:rss|atom|rdf)\+xml|(?:feed\+)?json|xml)|text\/xml)(?=\s*;|$)/i;
/** Often something else: many a site names its programming interface so. */
const VAGUE_TYPE = /\/(?:json|xml)/i;
/** How the addresses of feeds end, where a page only links to them as to anything else. */
const FEED_ENDING = /(?:^|[/.])(?:rss|atom|feed|rdf)(?:\.(?:xml|rss|atom|json))?\/?$|\.(?:rss|atom|rdf)$/i;
/** What readers write is not what the outlet publishes. */
const COMMENTS = /\bcomments?\b|\bcommentaires?\b|\bkommentare?\b/i;

const OF_COMMENTS = 3;

type Found = FeedLink & { readonly unlikeliness: number };

/**
 * The feeds that a web page points to: those it declares (`<link rel="alternate" type="application/rss+xml">`), then
 * those it links to; feeds of readers' comments last. Addresses are whole, whatever base the page has.
 */
export const feedLinksIn: ReadFeedLinks = ({ bytes, contentType, url }) => {
  const found: Found[] = [];
  let base = url;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEEPEST) parser.pause();
      const href = attributes['href']?.trim();
      if (href === undefined || found.length >= MOST_LINKS) return;
      if (name === 'base') base = URL.parse(href, url)?.href ?? base;
      else found.push(...linkOf(name, attributes, URL.parse(href, base)));
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.write(decodeBytes(bytes, contentType).slice(0, MOST_CHARACTERS));
  return found
    .toSorted((one, other) => one.unlikeliness - other.unlikeliness)
    .map(({ url, title }) => ({ url, ...(title !== undefined && { title }) }));
};

function linkOf(name: string, attributes: Record<string, string>, url: URL | null): readonly Found[] {
  if (url === null || !/^https?:$/.test(url.protocol)) return [];
  const title = attributes['title']?.trim();
  const link = { url: url.href, ...(title !== undefined && title !== '' && { title }) };
  const isOfComments = COMMENTS.test(url.href) || COMMENTS.test(title ?? '');
  const unlikeliness = isOfComments ? OF_COMMENTS : unlikelinessOf(name, attributes, url);
  return unlikeliness === undefined ? [] : [{ ...link, unlikeliness }];
}

/** From 0, a declared feed, to what is only named like one; `undefined` for what is no feed by any sign. */
function unlikelinessOf(
  name: string,
  { rel = '', type = '' }: Record<string, string>,
  url: URL,
): number | undefined {
  if (name === 'a') return FEED_ENDING.test(url.pathname) ? 2 : undefined;
  const relations = rel.toLowerCase().split(/\s+/);
  const isDeclared = relations.includes('alternate') && FEED_TYPE.test(type.trim());
  if (name !== 'link' || !(isDeclared || relations.includes('feed'))) return undefined;
  return VAGUE_TYPE.test(type) ? 1 : 0;
}
