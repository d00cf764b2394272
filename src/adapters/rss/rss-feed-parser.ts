import type { FeedParser } from '#article/item.ts';
import { readApart } from './read-apart.ts';
import { readFeedDocument } from './read-feed-document.ts';

/** More bytes than any honest feed; the fetcher stops there too. */
const MOST_BYTES = 10 * 1024 * 1024;
/** What takes longer to read is read in a thread of its own, so that chat is answered meanwhile. */
const MOST_BYTES_HERE = 1024 * 1024;

/**
 * Reads feed documents: those of the usual size at once, larger ones in a thread that may use 256 MB and, once it has
 * begun, two seconds. What does not end in that is no feed anybody can use.
 */
export const rssFeedParser: FeedParser = {
  async parse(document) {
    const { byteLength } = document.bytes;
    if (byteLength > MOST_BYTES) {
      return { error: { kind: 'too-large', message: 'The document is larger than 10 MiB.' } };
    }
    return byteLength > MOST_BYTES_HERE ? readApart(document) : readFeedDocument(document);
  },
};
