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

/** A word of a person is written in one case, or holds no figures; an id is in hexadecimal. */
const KEYS = [
  /^(?=.*\d)(?=.*[a-z])[a-z\d]{20,}$/i,
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w~-]{20,}$/,
  /^[\da-f-]{32,}$/i,
];

const withoutKey = (part: string): string => (KEYS.some((key) => key.test(part)) ? '…' : part);
