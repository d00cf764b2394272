import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { PageReader, PageText } from '#article/page-reader.ts';

/** A page's bytes, however they were fetched. */
export type PageBytes =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly contentType?: string; readonly url: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** Larger than any page of text; to take it apart would keep everything else waiting. */
const MOST_BYTES = 3 * 1024 * 1024;
/** More elements than an article's page has; the reader's time grows faster than their number. */
const MOST_ELEMENTS = 10_000;
/** Deeper than any page that people made; the reader's time grows faster than the square of the depth. */
const DEEPEST = 200;
const BLOCKS =
  'p, div, section, article, h1, h2, h3, h4, h5, h6, li, blockquote, pre, tr, br, figure, figcaption';

/** Reads pages that `fetchPage` gets, by the rules of Firefox's reader view. It fetches nothing itself. */
export function readabilityPageReader(fetchPage: (url: string) => Promise<PageBytes>): PageReader {
  return {
    async read(url) {
      const page = await fetchPage(url);
      if (page.kind === 'failed') return page;
      if (!/html/i.test(page.contentType ?? 'text/html')) return failed('Its address leads to no web page.');
      if (page.bytes.byteLength > MOST_BYTES) return failed('Its page is too large.');
      return textOf(decode(page.bytes, page.contentType));
    },
  };
}

const failed = (detail: string): PageText => ({ kind: 'failed', detail });

/**
 * HTML says its charset by a byte order mark, in the header, else within its first 1024 bytes (HTML, 13.2.3.2); where it
 * says none, it is UTF-8 if it can be, else windows-1252.
 */
function decode(bytes: Uint8Array, contentType = ''): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  const charset = /charset\s*=\s*["']?([\w:.-]+)/i;
  const named = charset.exec(contentType)?.[1] ?? charset.exec(start)?.[1];
  for (const name of [charsetOfMark(start), named, 'utf-8']) {
    const text = name === undefined ? undefined : decodeAs(name, bytes, name !== named);
    if (text !== undefined) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function charsetOfMark(start: string): string | undefined {
  if (start.startsWith('\u00ef\u00bb\u00bf')) return 'utf-8';
  if (start.startsWith('\u00fe\u00ff')) return 'utf-16be';
  return start.startsWith('\u00ff\u00fe') ? 'utf-16le' : undefined;
}

/** Nothing for a charset that nobody knows; where it is only a guess, also for bytes that it cannot mean. */
function decodeAs(charset: string, bytes: Uint8Array, isGuess: boolean): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: isGuess }).decode(bytes);
  } catch {
    return undefined;
  }
}

function textOf(html: string): PageText {
  // Counted before anything is built: a page of nothing but open tags takes minutes to take apart.
  if (countTags(html) > MOST_ELEMENTS) return failed('Its page is too large.');
  const { document } = parseHTML(html);
  if (document.documentElement === null) return failed('Its page is empty.');
  if (isDeeperThan(DEEPEST, document.documentElement)) return failed('Its page is nested too deeply.');
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

const countTags = (html: string): number => html.match(/<[a-z]/gi)?.length ?? 0;

type Elements = Iterable<{ readonly children: Elements }>;

/** Level by level, so that no page can exhaust the stack. */
function isDeeperThan(depth: number, root: { readonly children: Elements }): boolean {
  let level = [root];
  for (let at = 0; level.length > 0; at += 1) {
    if (at > depth) return true;
    level = level.flatMap(({ children }) => [...children]);
  }
  return false;
}

/** Readability throws for a page beyond its limits; such a page has no readable article. */
function readArticle(document: ReturnType<typeof parseHTML>['document']) {
  try {
    return new Readability(document, { maxElemsToParse: MOST_ELEMENTS }).parse();
  } catch {
    return null;
  }
}
