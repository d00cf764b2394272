import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { Secret } from '#kernel/secret.ts';
import { configFolder } from '../../config/small-config.ts';
import { runProgram } from '../../tools/readout-process.ts';
import { connectProxy } from './connect-proxy.ts';
import { loopbackServer } from './loopback-server.ts';
import { AUTHORITY_FILE, tlsServer } from './tls-server.ts';

const DOCUMENT =
  '<rss version="2.0"><channel><title>Herald</title><item><title>Envoys meet</title><guid>1</guid></item></channel></rss>';

const fetcherBehind = (
  proxy: string,
  exceptions: readonly string[] = [],
  allowNetworks: readonly string[] = [],
) =>
  undiciFeedFetcher({
    allowNetworks,
    userAgent: 'Readout/test (+https://readout.example)',
    timeoutMs: 5_000,
    maxBytes: 64 * 1_024,
    resolve: (name) => {
      throw new Error(`${name} was looked up, though the proxy does that.`);
    },
    proxies: { http: new Secret(proxy), https: new Secret(proxy), exceptions },
  });

const authorities = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...authorities, readFileSync(AUTHORITY_FILE, 'utf8')]));
afterAll(() => setDefaultCACertificates(authorities));

describe('behind a proxy', () => {
  test('an https address is reached through a tunnel, and its certificate is still looked at', async () => {
    await using server = await tlsServer('good', (_request, response) => void response.end(DOCUMENT));
    await using proxy = await connectProxy(server.port);
    await using fetcher = fetcherBehind(proxy.url);
    expect(await fetcher.visit({ url: 'https://news.example/feed', validators: {} })).toMatchObject({
      kind: 'fresh',
    });
    expect(proxy.asked).toEqual(['CONNECT news.example:443']);

    expect(await fetcher.visit({ url: 'https://other.example/feed', validators: {} })).toMatchObject({
      kind: 'failed',
      detail: 'Its certificate is for another host.',
    });
  });

  test('an http address is asked of the proxy itself, with its credentials, which nobody else is shown', async () => {
    await using server = await loopbackServer((_request, response) => void response.end(DOCUMENT));
    await using proxy = await connectProxy(server.port);
    await using fetcher = fetcherBehind(proxy.url.replace('//', '//ana:a%20word@'));
    expect(await fetcher.visit({ url: 'http://news.example/feed', validators: {} })).toMatchObject({
      kind: 'fresh',
    });
    expect(proxy.asked).toEqual(['GET http://news.example/feed']);
    expect(proxy.credentials).toEqual([`Basic ${Buffer.from('ana:a word').toString('base64')}`]);
  });

  test('pages and their robots.txt take the same road', async () => {
    await using server = await loopbackServer(
      ({ url }, response) => void response.writeHead(url === '/robots.txt' ? 404 : 200).end('<p>Text</p>'),
    );
    await using proxy = await connectProxy(server.port);
    await using fetcher = fetcherBehind(proxy.url);
    expect(await fetcher.fetchPage('http://news.example/1')).toMatchObject({ kind: 'read' });
    expect(proxy.asked).toEqual(['GET http://news.example/robots.txt', 'GET http://news.example/1']);
  });

  test.each([
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://2130706433/',
    'http://metadata.google.internal/',
    'http://router/',
    'http://news.example:22/',
    'https://localhost/',
  ])('%s is refused by what stands in the address, and the proxy is not asked', async (url) => {
    await using server = await loopbackServer((_request, response) => void response.end('secret'));
    await using proxy = await connectProxy(server.port);
    await using fetcher = fetcherBehind(proxy.url, [], ['10.0.0.0/8']);
    expect(await fetcher.visit({ url, validators: {} })).toMatchObject({
      kind: 'failed',
      reason: 'forbidden-address',
      detail: 'The address could not be reached.',
    });
    expect(proxy.asked).toEqual([]);
  });

  test('a host of NO_PROXY is asked directly, under the whole guard', async () => {
    await using server = await loopbackServer((_request, response) => void response.end(DOCUMENT));
    await using proxy = await connectProxy(server.port);
    await using fetcher = fetcherBehind(proxy.url, ['127.0.0.1'], ['127.0.0.0/8']);
    expect(await fetcher.visit({ url: `${server.url}/feed`, validators: {} })).toMatchObject({
      kind: 'fresh',
    });
    expect(proxy.asked).toEqual([]);
    await using guarded = fetcherBehind(proxy.url, ['127.0.0.1']);
    expect(await guarded.visit({ url: `${server.url}/feed`, validators: {} })).toMatchObject({
      reason: 'forbidden-address',
    });
  });

  test('that is down, nothing is reached', async () => {
    const { url } = await closedAgain(await connectProxy(1));
    await using fetcher = fetcherBehind(url);
    expect(await fetcher.visit({ url: 'https://news.example/feed', validators: {} })).toMatchObject({
      kind: 'failed',
      reason: 'unreachable',
    });
  });
});

test('the program takes proxy and authority from its environment', async () => {
  await using server = await tlsServer('good', (_request, response) => void response.end(DOCUMENT));
  await using proxy = await connectProxy(server.port);
  using config = configFolder({
    'feeds.yaml': `outlets:
  herald:
    name: The Herald
    kind: media
    owner: Herald Group
    languages: [en]
    feeds:
      - { url: https://news.example/feed, seen_working: never, evidence: invented }
`,
  });
  const database = join(config.path, 'readout.sqlite');
  const environment = { READOUT_CONFIG: config.path, READOUT_DATABASE: database, HTTPS_PROXY: proxy.url };
  const trusting = await runProgram(['check'], {
    environment: { ...environment, NODE_EXTRA_CA_CERTS: AUTHORITY_FILE },
  });
  expect(trusting.output).toContain('1/1 The Herald: 1 items');
  const doubting = await runProgram(['check'], { environment });
  expect(doubting.output).toContain('Its certificate is signed by nobody we trust.');
  expect(proxy.asked).toEqual(['CONNECT news.example:443', 'CONNECT news.example:443']);
});

/** Closed again at once, so that nothing listens at its address. */
async function closedAgain(
  proxy: AsyncDisposable & { readonly url: string },
): Promise<{ readonly url: string }> {
  await proxy[Symbol.asyncDispose]();
  return proxy;
}
