import { looksLikeKey } from '#feed/looks-like-key.ts';

/** Longer ones say nothing more to people. */
const LONGEST_PATH = 60;

/**
 * An address as people and logs may see it: host and path alone. What else stands in one may be a password or a key,
 * and so may a part of the path that is long and has no words: such a part is left out.
 */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.host === '') return '…';
  const path = url.pathname.split('/').map(withoutKey).join('/').replace(/\/$/, '');
  return `${url.host}${path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path}`;
}

const withoutKey = (part: string): string => (looksLikeKey(part) ? '…' : part);
