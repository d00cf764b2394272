import type { LookupAddress } from 'node:dns';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { ENTRY_POINTS, type EntryMeans, type Outcome } from './entry-points.ts';
import { type LoopbackServer, loopbackServer } from './loopback-server.ts';
import { FORBIDDEN_ADDRESSES, FORBIDDEN_HOSTS, FORBIDDEN_RANGES } from './ssrf-vectors.ts';

/** An address that cannot even be read is a redirect to nowhere. */
const NO_PLACE = 'It redirects without saying where to.';
const UNREACHABLE = 'The address could not be reached.';
/** The publisher that redirects is the one host of its own network that is allowed. */
const PUBLISHER = '127.77.0.1';
const GOOD = '93.184.215.14';

const lookups = new Map<string, readonly string[]>();
const resolve = (name: string, done: (error: null, addresses: LookupAddress[]) => void): void => {
  const addresses = lookups.get(name) ?? ['127.0.0.1'];
  done(
    null,
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
};

let canary: LoopbackServer & { readonly connections: () => number };
let means: EntryMeans & AsyncDisposable;

beforeAll(async () => {
  canary = await openCanary();
  means = await openMeans();
});
afterAll(async () => {
  await means[Symbol.asyncDispose]();
  await canary[Symbol.asyncDispose]();
});

/** Listens at every address of this machine, IPv4 and IPv6; counts connections, not only requests. */
async function openCanary() {
  let connections = 0;
  const server = await loopbackServer((_request, response) => void response.end('secret'), '::');
  server.onConnection(() => {
    connections += 1;
  });
  return Object.assign(server, { connections: () => connections });
}

/** Redirects, or points as a page does, to where the query says. */
const publish: RequestListener = ({ url = '' }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://publisher.example');
  const to = sendable(searchParams.get('to') ?? '');
  const page = `<link rel="alternate" type="application/rss+xml" href="${to.replaceAll('"', '&quot;')}">`;
  if (pathname === '/redirecting') {
    response.writeHead(Number(searchParams.get('status')), { location: to }).end();
  } else if (pathname === '/pointing') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  } else response.writeHead(404).end();
};

async function openMeans() {
  const publisher = await loopbackServer(publish, PUBLISHER);
  const fetcher = undiciFeedFetcher({
    allowNetworks: [`${PUBLISHER}/32`],
    userAgent: 'Readout/test (+https://readout.example)',
    timeoutMs: 5_000,
    maxBytes: 64 * 1_024,
    resolve,
    pages: { pause: async () => {} },
  });
  return {
    fetcher,
    redirecting: `http://${PUBLISHER}:${publisher.port}/redirecting`,
    pointing: `http://${PUBLISHER}:${publisher.port}/pointing`,
    async [Symbol.asyncDispose]() {
      await fetcher[Symbol.asyncDispose]();
      await publisher[Symbol.asyncDispose]();
    },
  };
}

/** A header holds no other characters than these; a browser takes the escaped ones for the same. */
const sendable = (address: string): string => address.replace(/[^\t\x20-\x7e]/gu, encodeURIComponent);

const withPort = (host: string, port: number): string => {
  const at = host.search(/[#?\\]/);
  return at < 0 ? `http://${host}:${port}/` : `http://${host.slice(0, at)}:${port}${host.slice(at)}`;
};
/** Refused, or not even taken for an address; where a reason is told, it is that the address is forbidden. */
function expectRefusal(outcome: Outcome, vector: string): void {
  expect(['failed', 'no-answer', 'no-address', 'nothing'], vector).toContain(outcome.kind);
  if (outcome.detail !== undefined) expect([UNREACHABLE, NO_PLACE], vector).toContain(outcome.detail);
  if (outcome.reason !== undefined)
    expect(['forbidden-address', 'bad-redirect'], vector).toContain(outcome.reason);
}

describe.each(ENTRY_POINTS)('by $name', ({ ask }) => {
  test.each(Object.entries(FORBIDDEN_HOSTS))('%s: no host is reached at any port', async (_class, hosts) => {
    for (const host of hosts) {
      // At the web's own port only the host can be the reason; at the canary's, a connection would be seen.
      expectRefusal(await ask(`http://${host}/`, means), host);
      expectRefusal(await ask(withPort(host, canary.port), means), host);
    }
    expect(canary.connections()).toBe(0);
  });

  test.each(Object.entries(FORBIDDEN_ADDRESSES))('%s: nothing is asked', async (_class, addresses) => {
    for (const address of addresses) expectRefusal(await ask(address, means), address);
    expect(canary.connections()).toBe(0);
  });

  test('S10 the first and the last address of every range that is not public are refused, also behind names', async () => {
    for (const [place, address] of FORBIDDEN_RANGES.entries()) {
      const literal = address.includes(':') ? `[${address}]` : address;
      const [alone, mixed] = [`alone-${place}.example`, `mixed-${place}.example`];
      lookups.set(alone, [address]);
      lookups.set(mixed, [GOOD, address]);
      for (const host of [literal, alone, mixed, `www.${alone}`]) {
        lookups.set(`www.${alone}`, [...Array.from({ length: 99 }, () => GOOD), address]);
        expectRefusal(await ask(`http://${host}/`, means), `${host} (${address})`);
      }
    }
    expect(canary.connections()).toBe(0);
  });

  test('S10 a name that means something else at every look is refused wherever it leads inside', async () => {
    for (const answers of [['127.0.0.1'], ['::1'], [PUBLISHER, '127.0.0.1']]) {
      lookups.set('changing.example', answers);
      expectRefusal(await ask(`http://changing.example:${canary.port}/`, means), answers.join());
    }
    expect(canary.connections()).toBe(0);
  });
});

test('there are more than 150 vectors', () => {
  const listed = [...Object.values(FORBIDDEN_HOSTS), ...Object.values(FORBIDDEN_ADDRESSES), FORBIDDEN_RANGES];
  expect(listed.flat().length).toBeGreaterThanOrEqual(140);
  // A range stands for four: the address itself, a name, a name with good answers beside, one among a hundred.
  expect(listed.flat().length + 3 * FORBIDDEN_RANGES.length).toBeGreaterThanOrEqual(300);
});

test('S16 a connection kept open to a name leads where it was checked, whatever the name means later', async () => {
  await using server = await loopbackServer((_request, response) => void response.end('<rss/>'), PUBLISHER);
  lookups.set('kept.example', [PUBLISHER]);
  const visit = () => means.fetcher.visit({ url: `http://kept.example:${server.port}/`, validators: {} });
  expect((await visit()).kind).toBe('fresh');
  lookups.set('kept.example', ['127.0.0.1']);
  await visit();
  const other = await means.fetcher.visit({ url: `http://kept.example:${canary.port}/`, validators: {} });
  expectRefusal(other, 'kept.example');
  expect(canary.connections()).toBe(0);
});

test('S18 a refused address, a closed port and an unknown name read the same', async () => {
  const closed = createServer().listen(0, PUBLISHER);
  await new Promise((ready) => closed.once('listening', ready));
  const { port } = closed.address() as { port: number };
  await new Promise((done) => closed.close(done));
  const told = await Promise.all(
    ENTRY_POINTS.flatMap(({ ask }) => [
      ask(`http://${PUBLISHER}:${port}/`, means),
      ask('http://10.0.0.1/', means),
      ask(`http://127.0.0.1:${canary.port}/`, means),
    ]),
  );
  // Discovery tells a page that points nowhere apart from nothing at all: not where it points.
  const details = told.flatMap(({ kind, detail }) => (kind === 'nothing' ? [] : [detail]));
  expect(details.length).toBeGreaterThan(20);
  expect(new Set(details)).toEqual(new Set([UNREACHABLE]));
});
