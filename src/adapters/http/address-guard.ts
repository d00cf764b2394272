import ipaddr from 'ipaddr.js';

/** Says which addresses may be asked. Feeds come from strangers: none may lead inside our own network. */
export type AddressGuard = {
  /** Whether an address, before any name is resolved, may be asked at all. */
  readonly permitsUrl: (url: URL) => boolean;
  /** The same, where a proxy will resolve the name and nobody here sees what it leads to. */
  readonly permitsUnresolved: (url: URL) => boolean;
  /** Whether this host and port may be reached at this IP address. */
  readonly permitsPeer: (peer: {
    readonly hostname: string;
    readonly port: number;
    readonly address: string;
  }) => boolean;
};

type Ip = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [Ip, number];

const PUBLIC_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** Unicast for ipaddr.js, and yet inside: hosts that clouds reserve for themselves, and other spellings of IPv4. */
const FORBIDDEN_NETWORKS = [
  '168.63.129.16/32',
  '100.100.100.200/32',
  '192.0.0.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
].map(networkOf);

const GLOBAL_IPV6 = networkOf('2000::/3');

/** Names that never mean a public host, whatever they resolve to. */
const INNER_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|svc|cluster|test|invalid|onion|home\.arpa)\.?$/i;

/**
 * A guard that permits public addresses on the web's ports, and the networks of `allowNetworks` (CIDR) on any port;
 * those are for people who host feeds themselves. Throws where a network cannot be read.
 */
export function addressGuard(allowNetworks: readonly string[]): AddressGuard {
  const allowed = allowNetworks.map(networkOf);
  return {
    permitsUrl: (url) => isWebUrl(url) && (allowed.length > 0 || isPublicPlace(url.hostname, portOf(url))),
    permitsUnresolved: (url) =>
      isWebUrl(url) &&
      (isPublicPlace(url.hostname, portOf(url)) || isIn(ipOf(bareOf(url.hostname)), allowed)),
    permitsPeer: ({ hostname, port, address }) => {
      const ip = ipOf(address);
      return isIn(ip, allowed) || (isPublicPlace(hostname, port) && isPublic(ip));
    },
  };
}

/** The IP address that a URL's host is, without the brackets of IPv6; `undefined` for a name. */
export function literalOf(hostname: string): string | undefined {
  const bare = bareOf(hostname);
  return ipaddr.isValid(bare) ? bare : undefined;
}

const bareOf = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** The port a URL leads to. */
export const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

function isWebUrl(url: URL): boolean {
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' && url.hostname !== '';
}

function isPublicPlace(hostname: string, port: number): boolean {
  if (!PUBLIC_PORTS.has(port)) return false;
  const literal = literalOf(hostname);
  if (literal !== undefined) return isPublic(ipOf(literal));
  return hostname.replace(/\.$/, '').includes('.') && !INNER_NAME.test(hostname);
}

function isPublic(ip: Ip | undefined): boolean {
  if (ip === undefined) return false;
  if (ip.range() !== 'unicast' || isIn(ip, FORBIDDEN_NETWORKS)) return false;
  return ip.kind() === 'ipv4' || isIn(ip, [GLOBAL_IPV6]);
}

/** IPv4 written as IPv6 (`::ffff:127.0.0.1`) counts as the IPv4 it is. */
function ipOf(address: string): Ip | undefined {
  return ipaddr.isValid(address) ? ipaddr.process(address) : undefined;
}

function isIn(ip: Ip | undefined, networks: readonly Network[]): boolean {
  if (ip === undefined) return false;
  return networks.some(([network, bits]) => ip.kind() === network.kind() && ip.match(network, bits));
}

function networkOf(cidr: string): Network {
  try {
    return ipaddr.parseCIDR(cidr);
  } catch (cause) {
    throw new Error(`“${cidr}” is no network. Write it like 10.0.0.0/8 or fd00::/8.`, { cause });
  }
}
