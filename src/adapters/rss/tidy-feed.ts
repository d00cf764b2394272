import type { FeedKind } from '#article/item.ts';
import { expandEntities } from './expand-entities.ts';
import { HEADER_FIELDS } from './feed-names.ts';
import { htmlOf } from './text-construct.ts';
import {
  fieldsOf,
  isLink,
  type Part,
  withoutOtherForms,
  writeItem,
  writeLanguage,
  writeLink,
} from './tidy-item.ts';
import { webAddress } from './web-address.ts';
import { writeElement } from './write-xml.ts';
import { elementsIn, isItem, readXmlTree, textOf, type XmlElement } from './xml-tree.ts';

/** A feed document written again so that a strict reader loses nothing, and what had to be mended or left out. */
export type TidyFeed = {
  readonly kind: Exclude<FeedKind, 'json'>;
  readonly xml: string;
  readonly problems: readonly string[];
};

/** More than a publisher shows in one document; a longer one is an archive or an attack. */
const MOST_ITEMS = 1_000;

/** As in a page: `html`, `body`, feed. */
const DEEPEST_ROOT = 2;

/** By their names without a prefix: the drafts of Atom, and publishers' own namespaces, put others before them. */
const KIND_OF_ROOT: ReadonlyMap<string, TidyFeed['kind']> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
]);

/**
 * Reads a document tolerantly and writes it again strictly, in its own dialect: usual prefixes, markup inside texts
 * escaped, addresses absolute, dates in ISO 8601, only the fields Readout reads, only items that are whole.
 * `undefined` where it is no RSS, RDF or Atom document.
 */
export function tidyFeed(text: string, url?: string): TidyFeed | undefined {
  const { elements, isCutOff } = readXmlTree(expandEntities(text), url);
  const root = findRoot(elements);
  const kind = root === undefined ? undefined : kindOf(root);
  if (root === undefined || kind === undefined) return undefined;

  const problems: string[] = [];
  if (isCutOff) problems.push('The document is cut off; what is whole was read.');
  if (hasRawAmpersand(text)) problems.push('The document has a raw ampersand.');
  const ownPrefix = /^.*:/.exec(root.name)?.[0] ?? '';
  const channel = headerOf(root, kind);
  const header: Part = { kind, problems, ownPrefix, ...(url !== undefined && { base: url }) };
  const base = baseOfItems(channel, header);
  const items = itemsIn(root, { ...header, ...(base !== undefined && { base }) });
  return { kind, xml: writeFeed(kind, writeHeader(channel, header), items), problems };
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

const kindOf = ({ name }: XmlElement): TidyFeed['kind'] | undefined => KIND_OF_ROOT.get(withoutPrefix(name));

/** The root is the outermost element that names a feed: some servers wrap it, or put a stray tag before it. */
function findRoot(elements: readonly XmlElement[], depth = 0): XmlElement | undefined {
  if (elements.length === 0 || depth > DEEPEST_ROOT) return undefined;
  const root = elements.find((element) => kindOf(element) !== undefined);
  return root ?? findRoot(elements.flatMap(elementsIn), depth + 1);
}

/** An ampersand that starts no reference, outside CDATA: not XML, though browsers and many readers let it pass. */
function hasRawAmpersand(text: string): boolean {
  const outside = text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, '');
  return /&(?!#\d+;|#x[\da-f]+;|[a-z][\w.-]*;)/i.test(outside);
}

function headerOf(root: XmlElement, kind: TidyFeed['kind']): XmlElement {
  const channel = elementsIn(root).find(({ name }) => withoutPrefix(name) === 'channel');
  return kind === 'atom' || channel === undefined ? root : channel;
}

/**
 * RSS does not say where a relative link of an item starts; readers agree on the site that the channel names. In Atom
 * it is the document's own address (RFC 3986, 5.1.3), and the site only where nobody knows that.
 */
function baseOfItems(channel: XmlElement, { kind, ownPrefix, base }: Part): string | undefined {
  if (kind === 'atom' && base !== undefined) return base;
  const links = elementsIn(channel).filter(({ name }) => name.replace(ownPrefix, '') === 'link');
  const addresses = links.map((link) =>
    webAddress(textOf(link) || link.attributes['href'], link.base ?? base),
  );
  return addresses.find((address) => address !== undefined) ?? base;
}

function itemsIn(root: XmlElement, part: Part): readonly string[] {
  const found = itemsBelow(root).filter((item) => item.isWhole);
  if (found.length > MOST_ITEMS)
    part.problems.push(`Only the first ${MOST_ITEMS} of ${found.length} items were read.`);
  return found.slice(0, MOST_ITEMS).map((item) => writeItem(item, part));
}

/** In order; those inside another too, which lacks its end tag. */
function itemsBelow(element: XmlElement): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) =>
    isItem(child) ? [child, ...itemsBelow(child)] : itemsBelow(child),
  );
}

function writeFeed(kind: TidyFeed['kind'], header: string, items: readonly string[]): string {
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
  const named = fieldsOf(header, part).filter(({ name }) => HEADER_FIELDS.has(name));
  const fields = withoutOtherForms(named);
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
