import type { FeedKind } from '#article/item.ts';
import { ATTRIBUTE_FIELDS, DATE_FIELDS, HEADER_FIELDS, PLAIN_FIELDS, TEXT_FIELDS } from './feed-names.ts';
import { readDate } from './read-date.ts';
import { htmlOf, LONGEST_TEXT } from './text-construct.ts';
import { webAddress } from './web-address.ts';
import { escapeXml, writeElement } from './write-xml.ts';
import { elementsIn, readXmlTree, textOf, type XmlElement } from './xml-tree.ts';

/** A feed document written again so that a strict reader loses nothing, and what had to be mended or left out. */
export type TidyFeed = {
  readonly kind: Exclude<FeedKind, 'json'>;
  readonly xml: string;
  readonly problems: readonly string[];
};

type Part = { readonly kind: TidyFeed['kind']; readonly problems: string[] };

/** More than a publisher shows in one document; a longer one is an archive or an attack. */
const MOST_ITEMS = 1_000;

const KIND_OF_ROOT: ReadonlyMap<string, TidyFeed['kind']> = new Map([
  ['rss', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['feed', 'atom'],
  ['atom:feed', 'atom'],
]);

/**
 * Reads a document tolerantly and writes it again strictly, in its own dialect: usual prefixes, markup inside texts
 * escaped, addresses absolute, dates in ISO 8601, only the fields Readout reads, only items that are whole.
 * `undefined` where it is no RSS, RDF or Atom document.
 */
export function tidyFeed(text: string, url?: string): TidyFeed | undefined {
  const { elements, isCutOff } = readXmlTree(text, url);
  const root = findRoot(elements);
  const kind = root === undefined ? undefined : KIND_OF_ROOT.get(root.name);
  if (root === undefined || kind === undefined) return undefined;

  const problems: string[] = [];
  if (isCutOff) problems.push('The document is cut off; what is whole was read.');
  if (hasRawAmpersand(text)) problems.push('The document has a raw ampersand.');
  const part: Part = { kind, problems };
  const items = itemsIn(root, kind === 'atom' ? ['entry', 'atom:entry'] : ['item'], part);
  return { kind, xml: writeFeed(part, writeHeader(headerOf(root, kind), part), items), problems };
}

/** The root is the outermost element that names a feed: some servers wrap it, or put a stray tag before it. */
function findRoot(elements: readonly XmlElement[]): XmlElement | undefined {
  const levels = [elements, elements.flatMap(elementsIn)];
  return levels.flat().find((element) => KIND_OF_ROOT.has(element.name));
}

/** An ampersand that starts no reference, outside CDATA: not XML, though browsers and many readers let it pass. */
function hasRawAmpersand(text: string): boolean {
  const outside = text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, '');
  return /&(?!#\d+;|#x[\da-f]+;|[a-z][\w.-]*;)/i.test(outside);
}

function headerOf(root: XmlElement, kind: TidyFeed['kind']): XmlElement {
  const channel = elementsIn(root).find((element) => element.name === 'channel');
  return kind === 'atom' || channel === undefined ? root : channel;
}

function itemsIn(root: XmlElement, names: readonly string[], part: Part): readonly string[] {
  const found = descendants(root, names).filter((item) => item.isWhole);
  if (found.length > MOST_ITEMS)
    part.problems.push(`Only the first ${MOST_ITEMS} of ${found.length} items were read.`);
  return found.slice(0, MOST_ITEMS).map((item) => writeItem(item, part));
}

function descendants(element: XmlElement, names: readonly string[]): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) =>
    names.includes(child.name) ? [child] : descendants(child, names),
  );
}

function writeFeed({ kind }: Part, header: string, items: readonly string[]): string {
  switch (kind) {
    case 'rss':
      return `<rss version="2.0"><channel>${header}${items.join('')}</channel></rss>`;
    case 'rdf':
      return `<rdf:RDF><channel>${header}</channel>${items.join('')}</rdf:RDF>`;
    case 'atom':
      // With no attribute and no child, rss-parser would take the feed for absent.
      return `<feed xmlns="http://www.w3.org/2005/Atom">${header}${items.join('')}</feed>`;
  }
}

function writeHeader(header: XmlElement, part: Part): string {
  const fields = fieldsOf(header, part).filter(({ name }) => HEADER_FIELDS.has(name));
  const written = fields.map((field) => writeHeaderField(field, part));
  return [...written, writeLanguage(header, 'language')].join('');
}

function writeHeaderField(field: XmlElement, part: Part): string {
  if (field.name === 'skiphours') {
    const hours = elementsIn(field).map((hour) => writeElement('hour', textOf(hour).trim()));
    return `<skipHours>${hours.join('')}</skipHours>`;
  }
  if (field.name === 'skipdays') {
    const days = elementsIn(field).map((day) => writeElement('day', textOf(day).trim()));
    return `<skipDays>${days.join('')}</skipDays>`;
  }
  if (isLink(field)) return writeLink(field, part);
  if (field.name.endsWith('title')) return writeElement(field.name, htmlOf(field));
  return writeElement(field.name, textOf(field).trim());
}

function writeItem(item: XmlElement, part: Part): string {
  const fields = fieldsOf(item, part).map((field) => writeField(field, part));
  const about = webAddress(item.attributes['rdf:about'] ?? item.attributes['about'], item.base);
  const own = [writeLanguage(item, 'dc:language'), writeElement('base', contentBase(item) ?? '')];
  const body = [...fields, ...own].join('');
  return part.kind === 'atom'
    ? `<entry>${body}</entry>`
    : `<item${about === undefined ? '' : ` rdf:about="${escapeXml(about)}"`}>${body}</item>`;
}

/** The fields of an element; in Atom without a prefix, and with those of media groups taken out of their group. */
function fieldsOf(element: XmlElement, { kind }: Part): readonly XmlElement[] {
  const flat = elementsIn(element).flatMap((child) =>
    child.name === 'media:group' ? elementsIn(child) : [child],
  );
  if (kind !== 'atom') return flat;
  return flat.map((field) => ({ ...field, name: field.name.replace(/^atom:/, '') }));
}

function writeField(field: XmlElement, part: Part): string {
  const { name } = field;
  if (isLink(field)) return writeLink(field, part);
  if (DATE_FIELDS.has(name)) return writeDate(field, part);
  if (TEXT_FIELDS.has(name)) return writeText(field, part);
  if (ATTRIBUTE_FIELDS.has(name)) return writeAttributeField(field);
  if (name === 'guid')
    return writeElement(name, textOf(field).trim(), { isPermaLink: field.attributes['ispermalink'] });
  if (name === 'source' && part.kind === 'atom') return '';
  return PLAIN_FIELDS.has(name) ? writeElement(name, plainValue(field)) : '';
}

function writeText(field: XmlElement, { problems }: Part): string {
  if (textOf(field).length > LONGEST_TEXT) {
    problems.push(`A ${field.name} is longer than ${LONGEST_TEXT} characters and was cut.`);
  }
  return writeElement(field.name, htmlOf(field));
}

const isLink = ({ name }: XmlElement): boolean => name === 'link' || name === 'atom:link';

/** Only a link to the item itself is kept; Atom says so by `rel="alternate"` or no `rel` (RFC 4287, 4.2.7.2). */
function writeLink(field: XmlElement, { kind }: Part): string {
  const { rel = 'alternate', href, type } = field.attributes;
  const isAtomLink =
    kind === 'atom' || field.name === 'atom:link' || (href !== undefined && textOf(field).trim() === '');
  if (!isAtomLink) return writeElement('link', webAddress(textOf(field), field.base) ?? '');
  const address = webAddress(href, field.base);
  if (rel !== 'alternate' || address === undefined) return '';
  if (kind === 'atom') return writeElement('link', '', { rel, href: address, type });
  return writeElement('atom:link', '', { rel, href: address });
}

function writeDate(field: XmlElement, { problems }: Part): string {
  const raw = textOf(field).trim();
  const date = readDate(raw);
  if (date !== undefined) return writeElement(field.name === 'pubdate' ? 'pubDate' : field.name, date);
  if (raw !== '') problems.push(`The date “${raw.slice(0, 60)}” could not be read.`);
  return '';
}

function writeAttributeField(field: XmlElement): string {
  const { url, href, type, medium } = field.attributes;
  const address = webAddress(url ?? href, field.base);
  return address === undefined ? '' : writeElement(field.name, '', { url: address, type, medium });
}

/** An Atom person is its name; anything else is its text. */
function plainValue(field: XmlElement): string {
  const name = elementsIn(field).find((child) => child.name === 'name' || child.name === 'atom:name');
  return textOf(name ?? field)
    .trim()
    .slice(0, LONGEST_TEXT);
}

function writeLanguage(element: XmlElement, name: string): string {
  const language = element.attributes['xml:lang']?.trim() ?? '';
  return language === '' ? '' : writeElement(name, language);
}

function contentBase(item: XmlElement): string | undefined {
  const content = elementsIn(item).find(({ name }) => /^(atom:)?content$/.test(name));
  return content?.base ?? item.base;
}
