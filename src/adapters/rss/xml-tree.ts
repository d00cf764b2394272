import { Parser } from 'htmlparser2';

/** One element of a feed document: names lower-case, with the usual prefix of their namespace. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** The nearest `xml:base`, resolved; absent where none is declared. */
  readonly base?: string;
  /** False when the document ended before the element did. */
  readonly isWhole: boolean;
};

/** A document read tolerantly: raw ampersands, undeclared prefixes and crossed tags are no obstacle. */
export type XmlTree = { readonly elements: readonly XmlElement[]; readonly isCutOff: boolean };

type Scope = Readonly<Record<string, string>>;
type OpenElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly base?: string;
  readonly scope: Scope;
  isWhole: boolean;
};

/** A longer text is cut: no field of a feed needs it, and every rule after this reads it whole. */
export const LONGEST_TEXT = 64 * 1024;
/** Deeper elements lose their tags and keep their text: no feed needs them, and every reader below recurses. */
const DEEPEST = 100;
/** Deeper still, reading ends: htmlparser2's time grows with the square of the depth. */
const HOPELESSLY_DEEP = 5_000;
/** A thousand items have a tenth of it. */
const MOST_ELEMENTS = 400_000;
const CHUNK_LENGTH = 16 * 1024;

const NO_SCOPE = Object.create(null) as Scope;

/** The prefix under which each namespace is read here; the empty one is RSS itself, and HTML inside texts. */
const PREFIX_OF_NAMESPACE: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://channel.netscape.com/rdf/simple/0.9/', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://www.w3.org/1999/xhtml', ''],
]);

/** Reads a document's text as a tree; a relative `xml:base` starts from `url`. Never throws for what it holds. */
export function readXmlTree(text: string, url?: string): XmlTree {
  const top: OpenElement = { name: '', attributes: {}, children: [], scope: NO_SCOPE, isWhole: true };
  const open: OpenElement[] = [top];
  let skipped = 0;
  let read = 0;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        read += 1;
        if (open.length > DEEPEST) skipped += 1;
        else open.push(openElement(name, attributes, open.at(-1) ?? top, url));
      },
      ontext(data) {
        addText(open.at(-1)?.children ?? [], withoutC1(data));
      },
      onclosetag() {
        if (skipped > 0) skipped -= 1;
        else closeElement(open);
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (const chunk of chunksOf(text)) {
    if (skipped > HOPELESSLY_DEEP || read > MOST_ELEMENTS) break;
    parser.write(chunk);
  }
  const isCutOff = open.length > 1;
  for (const element of open) element.isWhole = false;
  parser.end();
  return { elements: top.children.filter((child) => typeof child !== 'string'), isCutOff };
}

/** The text of an element and of all inside it, to one character beyond the longest that is kept. */
export const textOf = (element: XmlElement): string => withText('', element).slice(0, LONGEST_TEXT + 1);

/** Elements nest, so that one text may stand in a hundred of them: none is gathered further than it is needed. */
function withText(text: string, { children }: XmlElement): string {
  let gathered = text;
  for (const child of children) {
    if (gathered.length > LONGEST_TEXT) break;
    if (typeof child === 'string') gathered += child;
    else if (!isItem(child)) gathered = withText(gathered, child);
  }
  return gathered;
}

/**
 * Whether an element is an item of RSS or an entry of Atom. Inside another's field it is one that follows it, an end tag
 * having been forgotten, and no part of that field.
 */
export const isItem = ({ name }: XmlElement): boolean => /^(?:.*:)?(?:item|entry)$/.test(name);

/** The elements directly inside. */
export const elementsIn = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

function chunksOf(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / CHUNK_LENGTH) }, (_, index) =>
    text.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH),
  );
}

function openElement(
  written: string,
  attributes: Record<string, string>,
  parent: OpenElement,
  url: string | undefined,
): OpenElement {
  const scope = scopeOf(attributes, parent.scope);
  const declared = attributes['xml:base'];
  const base = declared === undefined ? parent.base : resolve(declared, parent.base ?? url);
  const element = { name: nameIn(scope, written), attributes, children: [], scope, isWhole: true };
  return base === undefined ? element : { ...element, base };
}

/** Nobody means the control characters there: they are windows-1252 read as Latin-1 or as numbers (HTML, 13.2.5.80). */
const withoutC1 = (text: string): string =>
  text.replace(/[\u0080-\u009f]+/g, (controls) =>
    new TextDecoder('windows-1252').decode(Uint8Array.from(controls, (control) => control.charCodeAt(0))),
  );

/** The reader gives a text in pieces, one for each reference in it. */
function addText(children: (XmlElement | string)[], text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

function closeElement(open: OpenElement[]): void {
  const element = open.pop();
  if (element === undefined) return;
  const { scope: _scope, ...closed } = element;
  open.at(-1)?.children.push(closed);
}

/** What an element declares lies over what its parents did: a copy for each would cost the square of a long list. */
function scopeOf(attributes: Record<string, string>, parent: Scope): Scope {
  const declared = Object.entries(attributes).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  );
  if (declared.length === 0) return parent;
  const scope = Object.create(parent) as Record<string, string>;
  for (const [name, uri] of declared) scope[name.slice(6)] = uri.toLowerCase();
  return scope;
}

/** An undeclared prefix, or one of an unknown namespace, stays as it was written. */
function nameIn(scope: Scope, written: string): string {
  const colon = written.indexOf(':');
  const namespace = scope[colon < 0 ? '' : written.slice(0, colon)];
  const prefix = namespace === undefined ? undefined : PREFIX_OF_NAMESPACE.get(namespace);
  if (prefix === undefined) return written;
  const local = written.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

function resolve(address: string, base: string | undefined): string | undefined {
  return URL.parse(address.trim(), base)?.href ?? base;
}
