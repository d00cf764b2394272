import type { FeedKind } from '#article/item.ts';
import { ATTRIBUTE_FIELDS, DATE_FIELDS, PLAIN_FIELDS, TEXT_FIELDS } from './feed-names.ts';
import { markedDate } from './marked-date.ts';
import { htmlOf } from './text-construct.ts';
import { webAddress } from './web-address.ts';
import { escapeXml, writeElement } from './write-xml.ts';
import { elementsIn, LONGEST_TEXT, textOf, type XmlElement } from './xml-tree.ts';

/** What is known of a document while its parts are written. */
export type Part = {
  readonly kind: Exclude<FeedKind, 'json'>;
  /** Where relative addresses start that have no `xml:base`. */
  readonly base?: string;
  /** What stands before the names of the document's own elements: `atom:`, that of a namespace nobody knows, or nothing. */
  readonly ownPrefix: string;
  /** Grows by what has to be mended or left out. */
  readonly problems: string[];
};

/** Types of a page for people; a link without a type leads to one too. */
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|)$/i;

const REGISTRY = 'http://www.iana.org/assignments/relation/';

/** An item or entry, written strictly. */
export function writeItem(item: XmlElement, part: Part): string {
  const fields = withoutOtherForms(fieldsOf(item, part)).map((field) => writeField(field, part));
  const about = item.attributes['rdf:about'] ?? item.attributes['about'];
  const own = [writeLanguage(item, 'dc:language'), writeElement('base', contentBase(item, part) ?? '')];
  const body = [...fields, ...own].join('');
  return part.kind === 'atom'
    ? `<entry>${body}</entry>`
    : `<item${about === undefined ? '' : ` rdf:about="${escapeXml(about)}"`}>${body}</item>`;
}

/** The fields of an element; those of the document's own namespace without a prefix, those of media groups beside it. */
export function fieldsOf(element: XmlElement, { kind, ownPrefix }: Part): readonly XmlElement[] {
  const prefix = kind === 'atom' && ownPrefix === '' ? 'atom:' : ownPrefix;
  const flat = elementsIn(element).flatMap(mediaFlattened);
  if (prefix === '') return flat;
  return flat.map((field) =>
    field.name.startsWith(prefix) ? { ...field, name: field.name.slice(prefix.length) } : field,
  );
}

/** Media RSS says the same of a group, of one medium in it, and of the item. */
function mediaFlattened(field: XmlElement): readonly XmlElement[] {
  switch (field.name) {
    case 'media:group':
      return elementsIn(field).flatMap(mediaFlattened);
    case 'media:content':
      return [field, ...elementsIn(field).flatMap(mediaFlattened)];
    default:
      return [field];
  }
}

/** The fields with, of several links to the same thing, those to its page; the others lead to it as data. */
export function withoutOtherForms(fields: readonly XmlElement[]): readonly XmlElement[] {
  const leadsToPage = ({ attributes }: XmlElement): boolean => PAGE_TYPE.test(attributes['type'] ?? '');
  const hasPage = fields.some((field) => isLink(field) && isAlternate(field) && leadsToPage(field));
  return hasPage ? fields.filter((field) => !isLink(field) || leadsToPage(field)) : fields;
}

function writeField(field: XmlElement, part: Part): string {
  const { name } = field;
  if (isLink(field)) return writeLink(field, part);
  if (DATE_FIELDS.has(name)) return writeDate(field, part);
  if (TEXT_FIELDS.has(name)) return writeText(field, part);
  if (ATTRIBUTE_FIELDS.has(name)) return writeAttributeField(field, part);
  if (name === 'guid') {
    const isPermaLink = field.attributes['ispermalink']?.trim().toLowerCase();
    return writeElement(name, textOf(field).trim(), { isPermaLink });
  }
  if (name === 'source') return writeSource(field, part);
  return PLAIN_FIELDS.has(name) ? writeElement(name, plainValue(field)) : '';
}

function writeText(field: XmlElement, { problems }: Part): string {
  if (textOf(field).length > LONGEST_TEXT) {
    problems.push(`A ${field.name} is longer than ${LONGEST_TEXT} characters and was cut.`);
  }
  return writeElement(field.name, htmlOf(field));
}

/** Whether a field is a link of RSS or Atom. */
export const isLink = ({ name }: XmlElement): boolean => name === 'link' || name === 'atom:link';

/** Atom says so by `rel="alternate"`, by that name as the IANA writes it in full, or by no `rel` (RFC 4287, 4.2.7.2). */
const isAlternate = ({ attributes }: XmlElement): boolean =>
  (attributes['rel'] ?? 'alternate').trim().toLowerCase().replace(REGISTRY, '') === 'alternate';

/** A link to the thing itself; any other is left out. */
export function writeLink(field: XmlElement, part: Part): string {
  const { href } = field.attributes;
  const base = field.base ?? part.base;
  const isAtomLink =
    part.kind === 'atom' || field.name === 'atom:link' || (href !== undefined && textOf(field).trim() === '');
  if (!isAtomLink) return writeElement('link', webAddress(textOf(field), base) ?? '');
  const address = webAddress(href, base);
  if (!isAlternate(field) || address === undefined) return '';
  return writeElement(part.kind === 'atom' ? 'link' : 'atom:link', '', { rel: 'alternate', href: address });
}

function writeDate(field: XmlElement, { problems }: Part): string {
  const raw = textOf(field).trim();
  const date = markedDate(raw);
  if (date !== undefined) return writeElement(field.name === 'pubdate' ? 'pubDate' : field.name, date);
  if (raw !== '') problems.push(`The date “${raw.slice(0, 60)}” could not be read.`);
  return '';
}

function writeAttributeField(field: XmlElement, part: Part): string {
  const { url, href, type, medium } = field.attributes;
  const address = webAddress(url ?? href, field.base ?? part.base);
  return address === undefined ? '' : writeElement(field.name, '', { url: address, type, medium });
}

/** Where an aggregator took the item from: in RSS a text and an address, in Atom a small feed (RFC 4287, 4.2.11). */
function writeSource(field: XmlElement, part: Part): string {
  if (part.kind !== 'atom') {
    const url = webAddress(field.attributes['url'], field.base ?? part.base);
    return writeElement('source', plainValue(field), { url });
  }
  const fields = fieldsOf(field, part);
  const title = fields.find(({ name }) => name === 'title');
  const site = fields.find((link) => isLink(link) && isAlternate(link));
  const url = webAddress(site?.attributes['href'], site?.base ?? part.base);
  return title === undefined ? '' : writeElement('source', htmlOf(title), { url });
}

/** An Atom person is its name; anything else is its text. */
function plainValue(field: XmlElement): string {
  const name = elementsIn(field).find((child) => /^(?:.*:)?name$/.test(child.name));
  return textOf(name ?? field)
    .trim()
    .slice(0, LONGEST_TEXT);
}

/** The language an element declares for what stands in it, as a field. */
export function writeLanguage(element: XmlElement, name: string): string {
  const language = element.attributes['xml:lang']?.trim() ?? '';
  return language === '' ? '' : writeElement(name, language);
}

function contentBase(item: XmlElement, { base }: Part): string | undefined {
  const content = elementsIn(item).find(({ name }) => /^(?:.*:)?content$/.test(name));
  return content?.base ?? item.base ?? base;
}
