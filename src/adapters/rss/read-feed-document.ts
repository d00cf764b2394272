import type { FeedDocument, ParsedFeed, Unreadable } from '#article/item.ts';
import { decodeBytes } from './decode-bytes.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readTidyFeed } from './read-tidy-feed.ts';
import { tidyFeed } from './tidy-feed.ts';

/**
 * Reads an RSS, RDF, Atom or JSON Feed document. rss-parser alone refuses a whole feed for one raw ampersand and loses
 * markup inside titles, so it is given each XML document tidied. Never throws for what a document holds.
 */
export async function readFeedDocument(document: FeedDocument): Promise<ParsedFeed | Unreadable> {
  const { bytes, contentType, url, withMarkup = false } = document;
  // Where no markup is wanted, what makes it harmless is never loaded: 20 MB, and most of the time of reading.
  const sanitise = withMarkup ? (await import('./sanitise.ts')).sanitise : undefined;
  const text = decodeBytes(bytes, contentType).replace(/^[\ufeff\s]+/, '');
  if (text.startsWith('{')) return readJsonFeed(text, url, sanitise);

  const tidy = tidyFeed(text, url);
  if (tidy === undefined) return unreadable('not-a-feed', saysWhatItIs(text));
  try {
    return await readTidyFeed(tidy, sanitise);
  } catch (cause) {
    return unreadable('malformed', `The document could not be read: ${String(cause)}`);
  }
}

function unreadable(kind: Unreadable['error']['kind'], message: string): Unreadable {
  return { error: { kind, message } };
}

function saysWhatItIs(text: string): string {
  if (text === '') return 'The document is empty.';
  return /<html|<!doctype html/i.test(text.slice(0, 2_000))
    ? 'This is a web page, not a feed.'
    : 'This is no RSS, Atom or JSON feed.';
}
