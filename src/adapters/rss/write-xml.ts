import { isItem, LONGEST_TEXT, type XmlElement } from './xml-tree.ts';

// oxlint-disable-next-line no-control-regex -- what XML 1.0 (2.2) does not allow, for a strict reader
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const PLAIN_NAME = /^[a-z][\w.-]*(?::[a-z][\w.-]*)?$/i;
const VOID_TAGS = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'wbr']);

/** Text as it may stand in any XML document or HTML text. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element as strict XML; its text is escaped, absent attributes are left out. */
export function writeElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  return `<${name}${writeAttributes(attributes)}>${writeText(text)}</${name}>`;
}

/** HTML is full of marks to escape; in CDATA it stands as it is, and is read several times faster. */
function writeText(text: string): string {
  if (!/[<&]/.test(text)) return escapeXml(text);
  const allowed = text.toWellFormed().replace(NOT_XML, '');
  return `<![CDATA[${allowed.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** What stands inside an element, as HTML; once that is longer than any text may be, the rest is left out. */
export const innerHtml = (element: XmlElement): string => withInner('', element);

function withInner(html: string, { children }: XmlElement): string {
  let written = html;
  for (const child of children) {
    if (written.length > LONGEST_TEXT) break;
    if (typeof child === 'string') written += escapeXml(child.slice(0, LONGEST_TEXT));
    else if (!isItem(child)) written = withOuter(written, child);
  }
  return written;
}

function withOuter(html: string, element: XmlElement): string {
  if (!PLAIN_NAME.test(element.name)) return withInner(html, element);
  const inner = withInner(`${html}<${element.name}${writeAttributes(element.attributes)}>`, element);
  // In feeds a void tag is often left open, so that what follows it seems to stand inside.
  return VOID_TAGS.has(element.name) ? inner : `${inner}</${element.name}>`;
}

function writeAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) =>
      value === undefined || !PLAIN_NAME.test(name) ? '' : ` ${name}="${escapeXml(value)}"`,
    )
    .join('');
}
