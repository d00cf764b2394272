/** Parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|ns_\w+|mc_(?:cid|eid)|pk_\w+|mtm_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|xtor|ref_?(?:src|url)?|cmp|cmpid|icid|ito|ocid|smid|smtyp|partner|rss|sr_share|traffic_source|feature|src|source|wt_\w+)$/i;

/**
 * One spelling of an article's address, for comparing only: without fragment, tracking parameters and trailing slash,
 * http and https alike, parameters in order. Doing it twice changes nothing. `undefined` where it is no web address.
 */
export function canonicalLink(link: string): string | undefined {
  const url = URL.parse(link.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;

  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(
    kept.toSorted(([a, x], [b, y]) => compare(a, b) || compare(x, y)),
  ).toString();
  const path = url.pathname.replace(/\/+$/, '');
  return `https://${hostOf(url)}${path}${query === '' ? '' : `?${query}`}`;
}

/** The port that http or https stands for is no part of the name. */
function hostOf(url: URL): string {
  const isUsualPort = ['', '80', '443'].includes(url.port);
  return isUsualPort ? url.hostname : url.host;
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
