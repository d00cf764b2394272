import { Parser } from 'htmlparser2';
import type { FeedLink, ReadFeedLinks } from '#article/feed-search.ts';
import { decodeBytes } from './decode-bytes.ts';

/** Pages say where their feeds are at the beginning, if at all; what comes later is seldom worth the reading. */
const MOST_CHARACTERS = 1024 * 1024;
const MOST_LINKS = 20;
const FEED_TYPE =
  /^application\/(?:rss|atom|rdf)\+xml|^application\/(?:feed\+)?json|^(?:application|text)\/xml/i;
/** How the addresses of feeds end, where a page only links to them as to anything else. */
const FEED_ENDING = /(?:^|[/.])(?:rss|atom|feed|rdf)(?:\.(?:xml|rss|atom|json))?\/?$|\.(?:rss|atom|rdf)$/i;
/** What readers write is not what the outlet publishes. */
const COMMENTS = /\bcomments?\b|\bcommentaires?\b|\bkommentare?\b/i;

type Found = FeedLink & { readonly isDeclared: boolean };

/**
 * The feeds that a web page points to: those it declares (`<link rel="alternate" type="application/rss+xml">`), then
 * those it links to; feeds of readers' comments last. Addresses are whole, whatever base the page has.
 */
export const feedLinksIn: ReadFeedLinks = ({ bytes, contentType, url }) => {
  const found: Found[] = [];
  let base = url;
  const parser = new Parser({
    onopentag(name, attributes) {
      const href = attributes['href']?.trim();
      if (href === undefined || found.length >= MOST_LINKS) return;
      if (name === 'base') base = URL.parse(href, url)?.href ?? base;
      else found.push(...linkOf(name, attributes, URL.parse(href, base)));
    },
  });
  parser.end(decodeBytes(bytes, contentType).slice(0, MOST_CHARACTERS));
  return found.toSorted((one, other) => rank(one) - rank(other)).map(({ isDeclared: _, ...link }) => link);
};

function linkOf(name: string, attributes: Record<string, string>, url: URL | null): readonly Found[] {
  if (url === null || !/^https?:$/.test(url.protocol)) return [];
  const title = attributes['title']?.trim();
  const link = { url: url.href, ...(title !== undefined && title !== '' && { title }) };
  if (name === 'link') return isDeclaration(attributes) ? [{ ...link, isDeclared: true }] : [];
  return name === 'a' && FEED_ENDING.test(url.pathname) ? [{ ...link, isDeclared: false }] : [];
}

function isDeclaration({ rel = '', type = '' }: Record<string, string>): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  return (relations.includes('alternate') && FEED_TYPE.test(type.trim())) || relations.includes('feed');
}

const rank = ({ isDeclared, url, title = '' }: Found): number =>
  Number(!isDeclared) + 2 * Number(COMMENTS.test(url) || COMMENTS.test(title));
