import { looksLikeHtml } from './plain-text.ts';
import { escapeXml, innerHtml } from './write-xml.ts';
import { elementsIn, LONGEST_TEXT, textOf, type XmlElement } from './xml-tree.ts';

/** HTML would take it, and all up to the next tag's end, for a comment that nobody sees. */
const NO_DECLARATION = /<!(?!--|\[|doctype)/gi;

/**
 * The HTML that a text field means. RSS does not say whether a text is HTML; Atom says it with `type` (RFC 4287,
 * 3.1.1) and Atom 0.3 with `mode`. Markup that was not escaped is taken as it stands, base64 is decoded, and a plain
 * text is escaped unless it plainly is HTML all the same.
 */
export function htmlOf(element: XmlElement): string {
  const type = element.attributes['type']?.toLowerCase() ?? '';
  const last = type.startsWith('multipart/') ? elementsIn(element).at(-1) : undefined;
  // Of alternatives the last is the best (RFC 2046, 5.1.4); Atom 0.3 allows them.
  if (last !== undefined) return htmlOf(last);
  if (elementsIn(element).length > 0) return innerHtml(unwrapped(element)).slice(0, LONGEST_TEXT);
  const isBase64 = element.attributes['mode']?.toLowerCase() === 'base64' || isBinaryType(type);
  const text = textOf(element).slice(0, LONGEST_TEXT);
  return asHtml(isBase64 ? (decodeBase64(text) ?? text) : text, type);
}

function asHtml(text: string, type: string): string {
  return type.includes('html') || looksLikeHtml(text)
    ? text.replace(NO_DECLARATION, '&lt;!')
    : escapeXml(text);
}

/** RFC 4287, 4.1.3.3: any media type that is neither text nor XML comes as base64. */
function isBinaryType(type: string): boolean {
  return type.includes('/') && !/^text\/|[+/]xml$|html/.test(type);
}

/** `undefined` where the text is not base64 of a text after all. */
function decodeBase64(text: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
  } catch {
    return undefined;
  }
}

/** XHTML texts stand in one `div` that is not part of them (RFC 4287, 3.1.1.3). */
function unwrapped(element: XmlElement): XmlElement {
  const [only, ...others] = element.children.filter(
    (child) => typeof child !== 'string' || child.trim() !== '',
  );
  const isWrapped = others.length === 0 && typeof only === 'object' && only.name === 'div';
  return isWrapped ? only : element;
}
