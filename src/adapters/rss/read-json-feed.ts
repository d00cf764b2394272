import type { ParsedFeed, Unreadable } from '#article/item.ts';
import { markedDate } from './marked-date.ts';
import { plainLine } from './plain-text.ts';
import type { Sanitise } from './sanitise.ts';
import { type RawItem, toItem } from './to-item.ts';
import { webAddress } from './web-address.ts';
import { wholeItemsOf } from './whole-items-of.ts';
import { escapeXml } from './write-xml.ts';

type Fields = Readonly<Record<string, unknown>>;

const MOST_ITEMS = 1_000;

/**
 * Reads a JSON Feed (jsonfeed.org, 1 and 1.1). A field of a wrong type counts as absent; of a document that is cut off,
 * what is whole is read.
 */
export function readJsonFeed(text: string, url?: string, sanitise?: Sanitise): ParsedFeed | Unreadable {
  const whole = parse(text);
  const document = whole ?? parse(wholeItemsOf(text) ?? '');
  if (document === undefined)
    return { error: { kind: 'malformed', message: 'The document is not valid JSON.' } };
  if (!Array.isArray(document['items']) || !isFeedVersion(document)) {
    return { error: { kind: 'not-a-feed', message: 'This JSON document is no JSON Feed.' } };
  }

  const problems = whole === undefined ? ['The document is cut off; what is whole was read.'] : [];
  const found = document['items'].filter(isFields);
  if (found.length > MOST_ITEMS)
    problems.push(`Only the first ${MOST_ITEMS} of ${found.length} items were read.`);
  const base =
    url ?? webAddress(textAt(document, 'feed_url')) ?? webAddress(textAt(document, 'home_page_url'));
  const raw = found.slice(0, MOST_ITEMS).map((item) => rawItemOf(item, base, problems));
  const feed = headerOf(document, base);
  return { kind: 'json', feed, items: raw.map((item) => toItem(item, sanitise)), problems };
}

function parse(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some publishers leave the version out; then it must at least have a title. */
function isFeedVersion(document: Fields): boolean {
  const version = textAt(document, 'version');
  return version === undefined ? textAt(document, 'title') !== undefined : version.includes('jsonfeed.org');
}

function headerOf(document: Fields, base: string | undefined): ParsedFeed['feed'] {
  const link = webAddress(textAt(document, 'home_page_url'), base);
  const title = plainLine(escapeXml(textAt(document, 'title') ?? '')) || link;
  const language = textAt(document, 'language');
  return {
    ...(title && { title }),
    ...(link !== undefined && { link }),
    ...(language && { language }),
  };
}

function rawItemOf(item: Fields, url: string | undefined, problems: string[]): RawItem {
  const plain = textAt(item, 'content_text');
  return {
    title: escaped(textAt(item, 'title')),
    link:
      webAddress(textAt(item, 'url') ?? textAt(item, 'external_url'), url) ?? webAddress(textAt(item, 'id')),
    guid: idOf(item),
    published: dateAt(item, 'date_published', problems),
    updated: dateAt(item, 'date_modified', problems),
    summary: escaped(textAt(item, 'summary')),
    content: textAt(item, 'content_html') ?? escaped(plain),
    authors: authorsOf(item),
    enclosures: ['image', 'banner_image'].flatMap((name) => imageAt(item, name, url)),
    language: textAt(item, 'language'),
    base: url,
  };
}

function textAt(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Some feeds have numbers for ids; jsonfeed.org asks readers to take them. */
const idOf = (item: Fields): string | undefined =>
  typeof item['id'] === 'number' ? String(item['id']) : textAt(item, 'id');

const escaped = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : escapeXml(text);

function dateAt(item: Fields, name: string, problems: string[]): string | undefined {
  const raw = textAt(item, name);
  const date = raw === undefined ? undefined : markedDate(raw);
  if (raw !== undefined && date === undefined)
    problems.push(`The date “${raw.slice(0, 60)}” could not be read.`);
  return date;
}

function authorsOf(item: Fields): readonly string[] {
  const listed = Array.isArray(item['authors']) ? item['authors'] : [item['author']];
  return listed.filter(isFields).flatMap((author) => textAt(author, 'name') ?? []);
}

function imageAt(item: Fields, name: string, url: string | undefined) {
  const address = webAddress(textAt(item, name), url);
  return address === undefined ? [] : [{ url: address, medium: 'image' }];
}
