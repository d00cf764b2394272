import { describe, expect, test } from 'vitest';
import { addressGuard, literalOf, portOf } from '#adapters/http/address-guard.ts';

const guard = addressGuard([]);

/** As the connector asks: the address first, then the peer it would lead to. */
function permits(address: string, among = guard): boolean {
  const url = URL.parse(address);
  if (url === null || !among.permitsUrl(url)) return false;
  const literal = literalOf(url.hostname);
  return (
    literal === undefined ||
    among.permitsPeer({ hostname: url.hostname, port: portOf(url), address: literal })
  );
}

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'this machine': [
    'http://127.0.0.1/',
    'http://127.255.255.254/',
    'http://0.0.0.0/',
    'http://localhost/',
    'http://localhost./',
    'http://feeds.localhost/',
    'http://[::1]/',
    'http://[::]/',
  ],
  'spellings of it': [
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://%31%32%37.0.0.1/',
    'http://１２７.0.0.1/',
    'http:127.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
  ],
  'inner networks': [
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.1.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
  ],
  'hosts of clouds': [
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://[fd00:ec2::254]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[2002:a9fe:a9fe::]/',
    'http://metadata.google.internal/',
  ],
  'addresses for documents, tests and groups': [
    'http://192.0.2.1/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
    'http://198.18.0.1/',
    'http://192.88.99.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[2001:db8::1]/',
    'http://[3fff::1]/',
    'http://[5f00::1]/',
    'http://[100::1]/',
    'http://[ff02::1]/',
    'http://[4000::1]/',
  ],
  'inner names': [
    'http://router/',
    'http://printer.local/',
    'http://api.svc/',
    'http://db.cluster/',
    'http://wiki.corp/',
    'http://nas.lan/',
    'http://nas.home.arpa/',
    'http://x.internal./',
  ],
  'other schemes, ports and users': [
    'file:///etc/passwd',
    'ftp://news.example/feed',
    'gopher://news.example/',
    'javascript:alert(1)',
    'data:text/xml,<rss/>',
    'http://news.example:22/',
    'http://news.example:6379/',
    'https://user:word@news.example/',
    'https://user@news.example/',
  ],
};

describe.each(Object.entries(REFUSED))('%s', (_what, addresses) => {
  test.each(addresses)('%s is refused', (address) => {
    expect(permits(address)).toBe(false);
  });
});

describe('public addresses', () => {
  test.each([
    'https://news.example/feed.xml',
    'http://news.example:8080/feed.xml',
    'https://93.184.215.14/',
    'https://[2606:2800:21f:cb07::1]/',
    'https://locality.example/',
    'https://internal-affairs.example/',
  ])('%s is permitted', (address) => {
    expect(permits(address)).toBe(true);
  });

  test('a public name that leads inside is refused where it leads', () => {
    const peer = { hostname: 'news.example', port: 443 };
    expect(guard.permitsPeer({ ...peer, address: '93.184.215.14' })).toBe(true);
    expect(guard.permitsPeer({ ...peer, address: '10.0.0.1' })).toBe(false);
    expect(guard.permitsPeer({ ...peer, address: '::ffff:10.0.0.1' })).toBe(false);
    expect(guard.permitsPeer({ ...peer, address: 'nonsense' })).toBe(false);
  });
});

describe('networks that a self-hoster allows', () => {
  const home = addressGuard(['10.1.0.0/16', 'fd12::/16']);

  test('are permitted on any port, and others stay refused', () => {
    expect(permits('http://10.1.2.3:9000/', home)).toBe(true);
    expect(permits('http://[fd12::1]/', home)).toBe(true);
    expect(permits('http://10.2.0.1/', home)).toBe(false);
    expect(permits('http://127.0.0.1/', home)).toBe(false);
    expect(permits('file:///etc/passwd', home)).toBe(false);
  });

  test('make an inner name or an odd port good only for addresses in them', () => {
    expect(home.permitsPeer({ hostname: 'nas.lan', port: 80, address: '10.1.2.3' })).toBe(true);
    expect(home.permitsPeer({ hostname: 'nas.lan', port: 80, address: '93.184.215.14' })).toBe(false);
    expect(home.permitsPeer({ hostname: 'news.example', port: 22, address: '93.184.215.14' })).toBe(false);
  });

  test('that cannot be read are named', () => {
    expect(() => addressGuard(['10.1/xx'])).toThrow(
      '“10.1/xx” is no network. Write it like 10.0.0.0/8 or fd00::/8.',
    );
  });
});
