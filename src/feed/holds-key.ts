import { asksForKey, looksLikeKey } from '#feed/looks-like-key.ts';

/** Whether an address lets in whoever knows it: such a one is given to nobody, not even to whoever added it. */
export function holdsKey(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return true;
  return [...url.searchParams].some(isKept) || url.pathname.split('/').some(looksLikeKey);
}

const isKept = ([name, value]: readonly [string, string]): boolean => asksForKey(name) || looksLikeKey(value);
