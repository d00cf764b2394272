import type { RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type FetchOptions, undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import type { Validators } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { loopbackServer } from './loopback-server.ts';

const DOCUMENT = '<rss version="2.0"><channel/></rss>';
const UNREACHABLE = 'The address could not be reached.';

const OPTIONS: FetchOptions = {
  allowNetworks: ['127.0.0.0/8'],
  userAgent: 'Readout/test (+https://readout.example)',
  timeoutMs: 5_000,
  maxBytes: 64 * 1024,
};

/** One visit to a server that answers like this. */
async function visit(
  answer: RequestListener,
  { path = '/feed', validators = {}, options = {} }: VisitSettings = {},
): Promise<{
  readonly seen: FeedVisit;
  readonly paths: readonly (string | undefined)[];
  readonly asked: Asked;
}> {
  await using server = await loopbackServer(answer);
  await using fetcher = undiciFeedFetcher({ ...OPTIONS, ...options });
  const seen = await fetcher.visit({ url: `${server.url}${path}`, validators });
  return { seen, paths: server.requests.map(({ url }) => url), asked: server.requests[0]?.headers ?? {} };
}
type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;
type VisitSettings = {
  readonly path?: string;
  readonly validators?: Validators;
  readonly options?: Partial<FetchOptions>;
};

const sends =
  (
    body: string | Uint8Array,
    headers: Readonly<Record<string, string>> = {},
    status = 200,
  ): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
const textOf = (seen: FeedVisit): string | undefined =>
  seen.kind === 'fresh' ? new TextDecoder().decode(seen.bytes) : undefined;
const redirectTo = (response: ServerResponse, location: string, status = 302) =>
  void response.writeHead(status, { location }).end();

/** Always one more byte, never the last. */
const drip: RequestListener = (_request, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('.'), 20);
  response.on('close', () => clearInterval(timer));
};

describe('a conditional GET', () => {
  test('gives the document with its validators as they came', async () => {
    const { seen } = await visit(
      sends(DOCUMENT, {
        etag: 'W/"a b"',
        'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT',
        'content-type': 'text/xml',
      }),
    );
    expect(seen).toMatchObject({
      kind: 'fresh',
      contentType: 'text/xml',
      validators: { etag: 'W/"a b"', lastModified: 'Mon, 02 Mar 2026 10:00:00 GMT' },
    });
    expect(textOf(seen)).toBe(DOCUMENT);
  });

  test('sends both validators back byte for byte, and nothing that follows a reader', async () => {
    const validators = { etag: 'W/"a b"', lastModified: 'Monday, not quite a date' };
    const { asked } = await visit(sends('', {}, 304), { validators });
    expect(asked).toMatchObject({
      'if-none-match': 'W/"a b"',
      'if-modified-since': 'Monday, not quite a date',
      'user-agent': 'Readout/test (+https://readout.example)',
      'accept-encoding': 'gzip, br, deflate',
    });
    expect(asked['accept']).toContain('application/atom+xml');
    expect(asked).not.toHaveProperty('cookie');
    expect(asked).not.toHaveProperty('referer');
  });

  test('is unconditional the first time', async () => {
    const { asked } = await visit(sends(DOCUMENT));
    expect(asked).not.toHaveProperty('if-none-match');
    expect(asked).not.toHaveProperty('if-modified-since');
  });

  test('keeps what it has at 304, and takes what is new in it', async () => {
    const validators = { etag: '"a"', lastModified: 'Mon, 02 Mar 2026 10:00:00 GMT' };
    const headers = { 'last-modified': 'Mon, 02 Mar 2026 11:00:00 GMT', 'cache-control': 'max-age=60' };
    const { seen } = await visit(sends('', headers, 304), { validators });
    expect(seen).toEqual({
      kind: 'unchanged',
      validators: { etag: '"a"', lastModified: 'Mon, 02 Mar 2026 11:00:00 GMT' },
      hints: { notBeforeMs: 60_000 },
    });
  });

  test('does not take 304 for an answer when it asked without conditions', async () => {
    expect((await visit(sends('', {}, 304))).seen).toMatchObject({ kind: 'failed', reason: 'bad-answer' });
  });

  test('does not keep a validator of ten kilobytes', async () => {
    const { seen } = await visit(sends(DOCUMENT, { etag: `"${'x'.repeat(10_000)}"` }));
    expect(seen).toMatchObject({ kind: 'fresh', validators: {} });
  });
});

describe('a packed document', () => {
  test.each([
    ['gzip', gzipSync(DOCUMENT)],
    ['br', brotliCompressSync(DOCUMENT)],
    ['deflate', deflateSync(DOCUMENT)],
  ])('in %s is unpacked', async (encoding, body) => {
    expect(textOf((await visit(sends(body, { 'content-encoding': encoding }))).seen)).toBe(DOCUMENT);
  });

  test.each([
    ['cut off', 'gzip', gzipSync(DOCUMENT).subarray(0, 25)],
    ['no gzip at all', 'gzip', DOCUMENT],
    ['cut off', 'br', brotliCompressSync(DOCUMENT).subarray(0, 10)],
    ['packed twice', 'gzip, gzip', gzipSync(gzipSync(DOCUMENT))],
    ['packed in a way not offered', 'zstd', DOCUMENT],
  ])('that is %s (%s) is a bad answer', async (_what, encoding, body) => {
    const { seen } = await visit(sends(body, { 'content-encoding': encoding }));
    expect(seen).toMatchObject({ kind: 'failed', reason: 'bad-answer' });
  });
});

describe('a server that takes too much', () => {
  test.each([
    ['plain', new Uint8Array(65 * 1024), {}],
    ['a gzip bomb', gzipSync(new Uint8Array(50 * 1024 * 1024)), { 'content-encoding': 'gzip' }],
  ])('of memory is cut short: %s', async (_what, body, headers) => {
    const { seen } = await visit(sends(body, headers));
    expect(seen).toMatchObject({ kind: 'failed', reason: 'too-large' });
  });

  test('of time is cut short, though it always sends something', async () => {
    expect((await visit(drip, { options: { timeoutMs: 200 } })).seen).toEqual({
      kind: 'failed',
      reason: 'timeout',
      detail: 'It did not answer in time.',
      hints: {},
    });
  });

  test('of time is cut short, though every redirect is quick', async () => {
    const slow: RequestListener = (_request, response) => {
      setTimeout(() => redirectTo(response, '/again'), 80);
    };
    const { seen } = await visit(slow, { options: { timeoutMs: 200 } });
    expect(seen).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });
});

describe('a redirect', () => {
  const chain =
    (...statuses: readonly number[]): RequestListener =>
    (request, response) => {
      const step = Number(request.url?.slice(1)) || 0;
      const status = statuses[step];
      if (status === undefined) response.end(DOCUMENT);
      else redirectTo(response, `/${step + 1}`, status);
    };

  test('is followed, and what answered is named', async () => {
    const { seen, paths } = await visit(chain(302, 307), { path: '/0' });
    expect(paths).toEqual(['/0', '/1', '/2']);
    expect(seen).toMatchObject({ kind: 'fresh' });
    expect(seen.kind === 'fresh' && seen.answeredBy).toMatch(/\/2$/);
    expect(seen).not.toHaveProperty('movedTo');
  });

  test('counts as a move only as far as all before it are permanent', async () => {
    expect((await visit(chain(301, 308), { path: '/0' })).seen).toMatchObject({
      movedTo: expect.stringMatching(/\/2$/),
    });
    expect((await visit(chain(301, 302), { path: '/0' })).seen).toMatchObject({
      movedTo: expect.stringMatching(/\/1$/),
    });
    expect((await visit(chain(302, 301), { path: '/0' })).seen).not.toHaveProperty('movedTo');
  });

  test('is followed five times, not six', async () => {
    expect((await visit(chain(302, 302, 302, 302, 302), { path: '/0' })).seen.kind).toBe('fresh');
    const { seen, paths } = await visit(chain(302, 302, 302, 302, 302, 302), { path: '/0' });
    expect(seen).toMatchObject({ kind: 'failed', reason: 'bad-redirect' });
    expect(paths).toHaveLength(6);
  });

  test('that says no place is a bad one', async () => {
    expect((await visit(sends('', {}, 301))).seen).toMatchObject({ kind: 'failed', reason: 'bad-redirect' });
  });

  test('to another scheme is not followed', async () => {
    const { seen } = await visit((_request, response) => redirectTo(response, 'file:///etc/passwd'));
    expect(seen).toMatchObject({ kind: 'failed', reason: 'forbidden-address', detail: UNREACHABLE });
  });

  test.each([301, 302, 303, 307, 308])('by %i never leads where a visit may not go', async (status) => {
    await using canary = await loopbackServer(sends('secret'), '0.0.0.0');
    // All of loopback leads to this machine, so the canary answers at an address that is not allowed.
    const inside = `http://127.0.0.2:${canary.port}/`;
    const { seen } = await visit((_request, response) => redirectTo(response, inside, status), {
      options: { allowNetworks: ['127.0.0.1/32'] },
    });
    expect(seen).toMatchObject({ kind: 'failed', reason: 'forbidden-address', detail: UNREACHABLE });
    expect(canary.requests).toEqual([]);
  });
});

describe('what a server answers', () => {
  test.each([
    [404, 'not-found'],
    [410, 'gone'],
    [429, 'too-many-requests'],
    [403, 'refused'],
    [451, 'refused'],
    [503, 'server-error'],
    [204, 'bad-answer'],
    [206, 'bad-answer'],
  ])('%i is %s', async (status, reason) => {
    const { seen } = await visit(sends(status === 204 ? '' : 'x', {}, status));
    expect(seen).toMatchObject({ kind: 'failed', reason, detail: `It answered with status ${status}.` });
  });

  test('nothing at all is a bad answer', async () => {
    expect((await visit(sends(''))).seen).toMatchObject({ kind: 'failed', reason: 'bad-answer' });
  });

  test('and when to come back is kept at a failure too', async () => {
    expect((await visit(sends('', { 'retry-after': '600' }, 429))).seen).toMatchObject({
      hints: { notBeforeMs: 600_000 },
    });
    expect((await visit(sends('', { 'retry-after': '60' }, 503))).seen).toMatchObject({
      hints: { notBeforeMs: 60_000 },
    });
  });

  test('a broken connection is no answer', async () => {
    const { seen } = await visit((request) => void request.socket.destroy());
    expect(seen).toMatchObject({ kind: 'failed', reason: 'unreachable', detail: UNREACHABLE });
  });
});

describe('a forbidden address', () => {
  test('is never connected to, and reads like a closed port', async () => {
    await using canary = await loopbackServer(sends('secret'), '0.0.0.0');
    await using fetcher = undiciFeedFetcher({ ...OPTIONS, allowNetworks: [] });
    const places = ['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', 'localhost'];
    for (const place of places) {
      const seen = await fetcher.visit({ url: `http://${place}:${canary.port}/`, validators: {} });
      expect(seen).toMatchObject({ kind: 'failed', reason: 'forbidden-address', detail: UNREACHABLE });
    }
    expect(canary.requests).toEqual([]);
  });

  test('is found behind a public name, even when only one of its addresses is forbidden', async () => {
    await using canary = await loopbackServer(sends('secret'), '0.0.0.0');
    for (const addresses of [['127.0.0.2'], ['127.0.0.1', '127.0.0.2']]) {
      await using fetcher = undiciFeedFetcher({
        ...OPTIONS,
        allowNetworks: ['127.0.0.1/32'],
        resolve: (_name, done) =>
          done(
            null,
            addresses.map((address) => ({ address, family: 4 })),
          ),
      });
      const seen = await fetcher.visit({ url: `http://news.example:${canary.port}/`, validators: {} });
      expect(seen).toMatchObject({ kind: 'failed', reason: 'forbidden-address' });
    }
    expect(canary.requests).toEqual([]);
  });

  test('cannot be slipped in between check and connection: a name is asked once for each', async () => {
    await using server = await loopbackServer(sends(DOCUMENT));
    const answers = ['127.0.0.1', '127.0.0.2'];
    await using fetcher = undiciFeedFetcher({
      ...OPTIONS,
      allowNetworks: ['127.0.0.1/32'],
      resolve: (_name, done) => done(null, [{ address: answers.shift() ?? '', family: 4 }]),
    });
    const seen = await fetcher.visit({ url: `http://news.example:${server.port}/`, validators: {} });
    expect(textOf(seen)).toBe(DOCUMENT);
    expect(answers).toEqual(['127.0.0.2']);
  });

  test('a name that nobody knows reads the same', async () => {
    await using fetcher = undiciFeedFetcher({
      ...OPTIONS,
      resolve: (_name, done) => done(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), []),
    });
    const seen = await fetcher.visit({ url: 'http://news.example/', validators: {} });
    expect(seen).toMatchObject({ kind: 'failed', reason: 'unreachable', detail: UNREACHABLE });
  });
});

test('a page is fetched through the same guard', async () => {
  await using server = await loopbackServer(sends('<html/>', { 'content-type': 'text/html' }));
  await using fetcher = undiciFeedFetcher(OPTIONS);
  expect(await fetcher.fetchPage(`${server.url}/page`)).toMatchObject({
    kind: 'read',
    contentType: 'text/html',
  });
  await using closed = undiciFeedFetcher({ ...OPTIONS, allowNetworks: [] });
  expect(await closed.fetchPage(`${server.url}/page`)).toMatchObject({
    kind: 'failed',
    reason: 'forbidden-address',
  });
});
