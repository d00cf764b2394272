import type { OpmlFeed, ReadOpml } from '#feed/opml.ts';
import { decodeBytes } from './decode-bytes.ts';
import { elementsIn, readXmlTree, type XmlElement } from './xml-tree.ts';

/** More than anybody reads; the rest of a list is left. */
const MOST_FEEDS = 2_000;
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Reads OPML 1.0 and 2.0, nested or flat, as tolerantly as feeds are read. Entities of a DTD are not expanded, and what
 * stands outside of outlines is passed over.
 */
export const readOpml: ReadOpml = ({ bytes, contentType }) => {
  if (bytes.byteLength > MOST_BYTES) return undefined;
  const { elements } = readXmlTree(decodeBytes(bytes, contentType));
  const opml = elements.find(({ name }) => name === 'opml');
  return opml && outlinesIn(opml).slice(0, MOST_FEEDS);
};

function outlinesIn(element: XmlElement): readonly OpmlFeed[] {
  const here = element.name === 'outline' ? feedOf(element) : [];
  return [...here, ...elementsIn(element).flatMap(outlinesIn)];
}

/** Attributes come in lower case; some programs write `url` for `xmlUrl`. */
function feedOf({ attributes }: XmlElement): readonly OpmlFeed[] {
  const isFeed = /^(?:rss|atom|feed)$/i.test(attributes['type'] ?? '');
  const url = (attributes['xmlurl'] ?? (isFeed ? attributes['url'] : undefined))?.trim();
  if (url === undefined || url === '') return [];
  const title = (attributes['title'] || attributes['text'])?.trim();
  return [title === undefined || title === '' ? { url } : { url, title }];
}
