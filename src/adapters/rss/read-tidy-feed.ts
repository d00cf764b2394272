import RssParser from 'rss-parser';
import type { ParsedFeed } from '#article/item.ts';
import { plainLine } from './plain-text.ts';
import { type ReadItem, rawItemOf, type Tag } from './raw-item-of.ts';
import type { Sanitise } from './sanitise.ts';
import type { TidyFeed } from './tidy-feed.ts';
import { toItem } from './to-item.ts';
import { webAddress } from './web-address.ts';

type ReadFeed = {
  readonly title?: string;
  readonly link?: string;
  readonly atomLinks?: readonly Tag[];
  readonly language?: string;
  readonly 'dc:language'?: string;
  readonly ttl?: string;
  readonly skipHours?: { readonly hour?: readonly string[] };
  readonly skipDays?: { readonly day?: readonly string[] };
  readonly items: readonly ReadItem[];
};

/** As `Date.getUTCDay` counts them; RSS 2.0 names them in English. */
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Fields rss-parser does not copy by itself. */
const ITEM_FIELDS = [
  'base body fullitem news:source summary description content id',
  'published issued created updated modified atom:published atom:updated',
  'date prism:publicationdate dc:date dc:description dc:identifier dc:language dcterms:issued dcterms:created dcterms:modified',
  'atom:summary atom:content content:encoded media:title media:description',
  'itunes:title itunes:summary itunes:subtitle googleplay:description',
].flatMap((line) => line.split(' '));

/** Fields that may come more than once, or whose attributes count. */
const ITEM_LISTS = [
  ['atom:link', 'atomLinks'],
  ['guid', 'guids'],
  ['dc:creator', 'creators'],
  ['author', 'writers'],
  ['itunes:author', 'presenters'],
  ['media:content', 'mediaContents'],
  ['media:thumbnail', 'thumbnails'],
  ['enclosure', 'enclosures'],
  ['itunes:image', 'podcastImages'],
  ['source', 'sources'],
].map(([from, to]) => [from, to, { keepArray: true }]);

// rss-parser's types know only the names of the result's fields here, not those of the document.
const reader = new RssParser<ReadFeed, ReadItem>({
  customFields: {
    feed: [['atom:link', 'atomLinks', { keepArray: true }], 'language', 'dc:language'] as never[],
    item: [...ITEM_FIELDS, ...ITEM_LISTS] as never[],
  },
});

/** Reads a tidied XML feed. Throws what rss-parser throws. */
export async function readTidyFeed(
  { kind, xml, problems }: TidyFeed,
  sanitise?: Sanitise,
): Promise<ParsedFeed> {
  const feed = await reader.parseString(xml);
  const items = feed.items.map((item) => toItem(rawItemOf(item, kind), sanitise));
  return { kind, feed: headerOf(feed), items, problems };
}

function headerOf(feed: ReadFeed): ParsedFeed['feed'] {
  const link = webAddress(feed.link) ?? webAddress(feed.atomLinks?.[0]?.$['href']);
  // What has no name is called by its address.
  const title = plainLine(feed.title ?? '') || link;
  const language = feed.language ?? feed['dc:language'];
  const ttlMinutes = Number(feed.ttl);
  const skipHours = (feed.skipHours?.hour ?? []).filter((hour) => /^\d+$/.test(hour)).map(Number);
  const skipDays = (feed.skipDays?.day ?? [])
    .map((day) => WEEKDAYS.indexOf(day.slice(0, 3).toLowerCase()))
    .filter((day) => day >= 0);
  return {
    ...(title && { title }),
    ...(link !== undefined && { link }),
    ...(language && { language }),
    ...(ttlMinutes > 0 && { ttlMinutes }),
    // RSS 0.91 counts hours to 24, RSS 2.0 to 23.
    ...(skipHours.length > 0 && { skipHours: skipHours.map((hour) => hour % 24) }),
    ...(skipDays.length > 0 && { skipDays }),
  };
}
