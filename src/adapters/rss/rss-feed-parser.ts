import type { FeedParser, Unreadable } from '#article/item.ts';
import { decodeBytes } from './decode-bytes.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readTidyFeed } from './read-tidy-feed.ts';
import { tidyFeed } from './tidy-feed.ts';

/** More bytes than any honest feed; the fetcher stops there too. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Reads RSS, RDF, Atom and JSON Feed documents. rss-parser alone refuses a whole feed for one raw ampersand and
 * loses markup inside titles, so it is given each XML document tidied.
 */
export const rssFeedParser: FeedParser = {
  async parse({ bytes, contentType, url }) {
    if (bytes.byteLength > MOST_BYTES) return unreadable('too-large', 'The document is larger than 10 MiB.');
    const text = decodeBytes(bytes, contentType).replace(/^[\ufeff\s]+/, '');
    if (text.startsWith('{')) return readJsonFeed(text, url);

    const tidy = tidyFeed(text, url);
    if (tidy === undefined) return unreadable('not-a-feed', saysWhatItIs(text));
    try {
      return await readTidyFeed(tidy);
    } catch (cause) {
      return unreadable('malformed', `The document could not be read: ${String(cause)}`);
    }
  },
};

function unreadable(kind: Unreadable['error']['kind'], message: string): Unreadable {
  return { error: { kind, message } };
}

function saysWhatItIs(text: string): string {
  if (text === '') return 'The document is empty.';
  return /<html|<!doctype html/i.test(text.slice(0, 2_000))
    ? 'This is a web page, not a feed.'
    : 'This is no RSS, Atom or JSON feed.';
}
