/** Fields of a channel or feed that are read, besides its items. */
export const HEADER_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'dc:title',
  'link',
  'atom:link',
  'language',
  'dc:language',
  'ttl',
  'skiphours',
  'skipdays',
]);

/** Fields of an item or entry that hold text or HTML. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'dc:title',
  'media:title',
  'description',
  'dc:description',
  'media:description',
  'itunes:title',
  'itunes:summary',
  'itunes:subtitle',
  'googleplay:description',
  'summary',
  'content',
  'content:encoded',
  'fullitem',
  'atom:summary',
  'atom:content',
  'body',
  'subtitle',
  'tagline',
]);

/** Fields of an item or entry that hold a date. */
export const DATE_FIELDS: ReadonlySet<string> = new Set([
  'pubdate',
  'date',
  'prism:publicationdate',
  'published',
  'issued',
  'created',
  'updated',
  'modified',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:modified',
  'atom:published',
  'atom:updated',
]);

/** Fields of an item or entry that hold one plain value. */
export const PLAIN_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'guid',
  'dc:identifier',
  'author',
  'dc:creator',
  'itunes:author',
  'news:source',
  'dc:language',
]);

/** Fields of an item or entry that say it all in attributes. */
export const ATTRIBUTE_FIELDS: ReadonlySet<string> = new Set([
  'enclosure',
  'media:content',
  'media:thumbnail',
  'itunes:image',
]);
