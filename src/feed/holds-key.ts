import { looksLikeKey } from '#feed/looks-like-key.ts';

/** Names under which publishers ask for what lets one reader in and not another. */
const KEY_NAME =
  /key|token|secret|pass|pwd|auth|sign|sig$|session|sid$|user|login|email|member|subscriber|code|hash|access|private/i;

/** Whether an address lets in whoever knows it: such a one is given to nobody, not even to whoever added it. */
export function holdsKey(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return true;
  const isKept = ([name, value]: readonly [string, string]): boolean =>
    KEY_NAME.test(name) || looksLikeKey(value);
  return [...url.searchParams].some(isKept) || url.pathname.split('/').some(looksLikeKey);
}
