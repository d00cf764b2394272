/**
 * What two addresses have in common that lead to one feed: scheme, "www.", a slash at the end and what follows a #
 * make no difference. For comparing only; never to be asked or shown.
 */
export function sameAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const host = url.host.replace(/^www\./, '').replace(/\.(?=$|:)/, '');
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}
