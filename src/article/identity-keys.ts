import { canonicalLink } from '#article/canonical-link.ts';
import type { Item } from '#article/item.ts';
import { idOf } from '#kernel/id.ts';
import { cleanText } from '#language/clean-text.ts';

/**
 * The ways an item can be known again, the surest first: its guid, its canonical link, its title with the day. What
 * they say is hashed; what they are stands before the colon. An item with none of them has no identity.
 */
export function identityKeys(item: Item): readonly string[] {
  const link = item.link === undefined ? undefined : linkKey(item.link);
  const title = comparableTitle(item.title ?? '');
  const guid = item.guid?.trim() ?? '';
  return [
    ...(guid === '' ? [] : [keyOf('guid', guid)]),
    ...(link === undefined ? [] : [link]),
    ...(title === '' ? [] : [keyOf('title', title, dayOf(item))]),
  ];
}

/** The key of an article's address, however it is spelt; `undefined` where it is no web address. */
export function linkKey(link: string): string | undefined {
  const canonical = canonicalLink(link);
  return canonical === undefined ? undefined : keyOf('link', canonical);
}

/** A title as two of them are compared: no case, no punctuation, single spaces. */
export function comparableTitle(title: string): string {
  return cleanText(title)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const keyOf = (kind: 'guid' | 'link' | 'title', ...parts: readonly string[]): string =>
  `${kind}:${idOf<'SeenKey'>(...parts)}`;

/** An item without a date shares one day with all others of its title. */
const dayOf = ({ published, updated }: Item): string => (published ?? updated ?? '').slice(0, 10);
