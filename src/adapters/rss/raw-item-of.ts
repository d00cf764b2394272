import type { TidyFeed } from './tidy-feed.ts';
import type { Enclosure, RawItem } from './to-item.ts';
import { webAddress } from './web-address.ts';

/** An element that says it all in attributes, as rss-parser gives it. */
export type Tag = { readonly $: Readonly<Record<string, string>> };
type TextTag = string | { readonly _?: string; readonly $?: Readonly<Record<string, string>> };

/** What rss-parser gives for an item of a tidy document: every text a string, some fields as lists. */
export type ReadItem = Partial<Readonly<Record<string, unknown>>> & {
  readonly atomLinks?: readonly Tag[];
  readonly guids?: readonly TextTag[];
  readonly creators?: readonly TextTag[];
  readonly writers?: readonly TextTag[];
  readonly presenters?: readonly TextTag[];
  readonly mediaContents?: readonly Tag[];
  readonly thumbnails?: readonly Tag[];
  readonly enclosures?: readonly Tag[];
  readonly podcastImages?: readonly Tag[];
  readonly sources?: readonly TextTag[];
};

const PUBLISHED = [
  'published',
  'atom:published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'created',
  'dcterms:created',
  'prism:publicationdate',
  'date',
];
const UPDATED = ['updated', 'atom:updated', 'modified', 'dcterms:modified'];
const RSS_SUMMARY = [
  'description',
  'dc:description',
  'summary',
  'atom:summary',
  'itunes:summary',
  'itunes:subtitle',
  'googleplay:description',
  'media:description',
];
const RSS_CONTENT = ['content:encoded', 'fullitem', 'body', 'atom:content'];

/**
 * The fields of an item under one name each. rss-parser calls an RSS `description` “content”, and copies Atom's
 * `updated` into `pubDate` where nothing was published: here they are told apart.
 */
export function rawItemOf(item: ReadItem, kind: TidyFeed['kind']): RawItem {
  const isAtom = kind === 'atom';
  return {
    title: firstOf(item, ['title', 'itunes:title', 'media:title']),
    link: linkOf(item),
    guid: filled(textIn(item.guids?.[0])) ?? firstOf(item, ['id', 'rdf:about', 'dc:identifier']),
    published: firstOf(item, isAtom ? PUBLISHED : ['pubDate', ...PUBLISHED]),
    updated: firstOf(item, UPDATED),
    ...(isAtom ? textsOfAtom(item) : textsOfRss(item)),
    authors: authorsOf(item),
    enclosures: enclosuresOf(item),
    language: firstOf(item, ['dc:language']),
    outletName: filled(textIn(item.sources?.[0])) ?? firstOf(item, ['news:source']),
    outletLink: addressIn(item.sources?.[0]),
    base: firstOf(item, ['base']),
  };
}

const textsOfAtom = (item: ReadItem) => ({
  summary: firstOf(item, ['summary', 'media:description']),
  content: firstOf(item, ['content']),
});

/** Where an RSS item has a `summary` beside its `description`, the longer of them is the article. */
function textsOfRss(item: ReadItem) {
  const content = firstOf(item, RSS_CONTENT);
  const [short, long] = ['description', 'summary']
    .flatMap((name) => filled(item[name]) ?? [])
    .toSorted((one, other) => one.length - other.length);
  const hasBoth = content === undefined && long !== undefined;
  return { summary: hasBoth ? short : firstOf(item, RSS_SUMMARY), content: hasBoth ? long : content };
}

function linkOf(item: ReadItem): string | undefined {
  const guid = item.guids?.[0];
  const isPermaLink = typeof guid === 'string' || guid?.$?.['isPermaLink'] !== 'false';
  return (
    webAddress(firstOf(item, ['link'])) ??
    webAddress(item.atomLinks?.[0]?.$['href']) ??
    webAddress(firstOf(item, ['rdf:about'])) ??
    (isPermaLink ? webAddress(textIn(guid)) : undefined) ??
    webAddress(firstOf(item, ['id']))
  );
}

function authorsOf({ creators, writers, presenters }: ReadItem): readonly string[] {
  const listed = creators ?? writers ?? presenters ?? [];
  return [...new Set(listed.map((author) => textIn(author) ?? ''))];
}

function enclosuresOf({
  mediaContents = [],
  thumbnails = [],
  enclosures = [],
  podcastImages = [],
}: ReadItem) {
  const files: readonly Enclosure[] = [...mediaContents, ...enclosures].map(({ $ }) => $);
  const pictures: readonly Enclosure[] = [...thumbnails, ...podcastImages].map(({ $ }) => ({
    ...$,
    medium: 'image',
  }));
  return [...files, ...pictures];
}

function firstOf(item: ReadItem, names: readonly string[]): string | undefined {
  return names.map((name) => filled(item[name])).find((value) => value !== undefined);
}

const textIn = (value: TextTag | undefined): string | undefined =>
  typeof value === 'object' ? value._ : value;

const addressIn = (value: TextTag | undefined): string | undefined =>
  typeof value === 'object' ? value.$?.['url'] : undefined;

/** An empty element says nothing. */
const filled = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
