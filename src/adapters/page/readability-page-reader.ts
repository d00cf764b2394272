import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { PageReader, PageText } from '#article/page-reader.ts';

/** A page's bytes, however they were fetched. */
export type PageBytes =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly contentType?: string; readonly url: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** More elements than an article's page has; the reader's time grows faster than their number. */
const MOST_ELEMENTS = 20_000;
const BLOCKS =
  'p, div, section, article, h1, h2, h3, h4, h5, h6, li, blockquote, pre, tr, br, figure, figcaption';

/** Reads pages that `fetchPage` gets, by the rules of Firefox's reader view. It fetches nothing itself. */
export function readabilityPageReader(fetchPage: (url: string) => Promise<PageBytes>): PageReader {
  return {
    async read(url) {
      const page = await fetchPage(url);
      if (page.kind === 'failed') return page;
      if (!/html/i.test(page.contentType ?? 'text/html')) return failed('Its address leads to no web page.');
      return textOf(decode(page.bytes, page.contentType));
    },
  };
}

const failed = (detail: string): PageText => ({ kind: 'failed', detail });

/** HTML says its charset in the header, else within its first 1024 bytes (HTML, 13.2.3.2). */
function decode(bytes: Uint8Array, contentType = ''): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  const charset = /charset\s*=\s*["']?([\w:.-]+)/i;
  const named = charset.exec(contentType)?.[1] ?? charset.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function textOf(html: string): PageText {
  const { document } = parseHTML(html);
  if (document.documentElement === null) return failed('Its page is empty.');
  for (const block of document.querySelectorAll(BLOCKS)) block.append('\n');

  const article = readArticle(document);
  const text = (article?.textContent ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
  if (text === '') return failed('No article was found on its page.');
  const title = article?.title?.trim() ?? '';
  return title === '' ? { kind: 'read', text } : { kind: 'read', text, title };
}

/** Readability throws for a page beyond its limits; such a page has no readable article. */
function readArticle(document: ReturnType<typeof parseHTML>['document']) {
  try {
    return new Readability(document, { maxElemsToParse: MOST_ELEMENTS }).parse();
  } catch {
    return null;
  }
}
