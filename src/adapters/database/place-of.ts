import type { Secret } from '#kernel/secret.ts';

/** Host and database of an address of PostgreSQL, for people: without the user, the password and any parameter. */
export function placeOf(url: Secret): string {
  const parsed = URL.parse(url.reveal());
  if (parsed === null) return 'in DATABASE_URL';
  const host = parsed.host || parsed.searchParams.get('host') || 'this machine';
  return `${decodeURIComponent(parsed.pathname.slice(1)) || 'named like its user'} at ${decodeURIComponent(host)}`;
}
