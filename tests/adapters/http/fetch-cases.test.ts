import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Resolve } from '#adapters/http/guarded-connector.ts';
import { type FetchOptions, undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { loopbackServer } from './loopback-server.ts';
import { rawServer } from './raw-server.ts';
import { AUTHORITY_FILE, tlsServer } from './tls-server.ts';

const DOCUMENT = '<rss version="2.0"><channel/></rss>';
const UNREACHABLE = { kind: 'failed', reason: 'unreachable', detail: 'The address could not be reached.' };
const BAD = { kind: 'failed', reason: 'bad-answer' };

async function visitAt(url: string, options: Partial<FetchOptions> = {}): Promise<FeedVisit> {
  await using fetcher = undiciFeedFetcher({
    allowNetworks: ['127.0.0.0/8'],
    userAgent: 'Readout/test (+https://readout.example)',
    timeoutMs: 5_000,
    maxBytes: 64 * 1_024,
    ...options,
  });
  return await fetcher.visit({ url, validators: {} });
}

async function visit(answer: RequestListener, options: Partial<FetchOptions> = {}): Promise<FeedVisit> {
  await using server = await loopbackServer(answer);
  return await visitAt(`${server.url}/feed`, options);
}

/** A visit to a server that writes this, byte for byte. */
async function visitRaw(answer: string | ((socket: Socket) => void), options: Partial<FetchOptions> = {}) {
  await using server = await rawServer(
    typeof answer === 'string' ? (socket) => void socket.end(answer) : answer,
  );
  return await visitAt(`${server.url}/feed`, options);
}

const sends =
  (
    status: number,
    headers: Readonly<Record<string, string | string[]>> = {},
    body: string | Uint8Array = '',
  ): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const failsWith =
  (code: string): Resolve =>
  (_name, done) =>
    done(Object.assign(new Error(code), { code }), []);

/** Whatever it is called, it is on this machine. */
const resolve: Resolve = (_name, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);

/** Always one more byte, never the last. */
const drip: RequestListener = (_request, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('.'), 20);
  response.on('close', () => clearInterval(timer));
};
const cutAfterHeaders = (socket: Socket): void => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>', () => socket.resetAndDestroy());
};

describe('a name', () => {
  test('F01 a port where nobody listens is not reached', async () => {
    await using server = await loopbackServer(sends(200));
    const { url } = server;
    await server[Symbol.asyncDispose]();
    expect(await visitAt(url)).toMatchObject(UNREACHABLE);
  });

  test('F02 a name that does not exist is not reached', async () => {
    expect(await visitAt('http://news.example/', { resolve: failsWith('ENOTFOUND') })).toMatchObject(
      UNREACHABLE,
    );
  });

  test('F03 a name server that never answers ends with the time for a visit', async () => {
    const visited = await visitAt('http://news.example/', { resolve: () => {}, timeoutMs: 200 });
    expect(visited).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });

  test('F04 a name server that fails once is asked again at the next visit', async () => {
    await using server = await loopbackServer(sends(200, {}, DOCUMENT));
    const answers = [failsWith('ESERVFAIL')];
    const resolveAtSecond: Resolve = (name, done) => {
      const fail = answers.pop();
      if (fail) fail(name, done);
      else resolve(name, done);
    };
    await using fetcher = undiciFeedFetcher({
      allowNetworks: ['127.0.0.0/8'],
      userAgent: 'Readout/test',
      timeoutMs: 5_000,
      maxBytes: 64 * 1_024,
      resolve: resolveAtSecond,
    });
    const url = `http://news.example:${server.port}/feed`;
    expect(await fetcher.visit({ url, validators: {} })).toMatchObject(UNREACHABLE);
    expect(await fetcher.visit({ url, validators: {} })).toMatchObject({ kind: 'fresh' });
  });
});

describe('a certificate', () => {
  const authorities = getCACertificates('default');
  const trust = () => setDefaultCACertificates([...authorities, readFileSync(AUTHORITY_FILE, 'utf8')]);
  beforeAll(trust);
  afterAll(() => setDefaultCACertificates(authorities));

  test.each([
    ['F05', 'that has expired', 'expired', 'news.example', 'Its certificate has expired.'],
    ['F06', 'for another host', 'good', 'other.example', 'Its certificate is for another host.'],
  ] as const)('%s %s is not trusted, and that is said', async (_code, _what, certificate, host, detail) => {
    await using server = await tlsServer(certificate, sends(200, {}, DOCUMENT));
    expect(await visitAt(`https://${host}:${server.port}/feed`, { resolve })).toMatchObject({
      kind: 'failed',
      reason: 'unreachable',
      detail,
    });
  });

  test('F07 that nobody signed whom we trust is not trusted, and one by a trusted authority is', async () => {
    await using server = await tlsServer('good', sends(200, {}, DOCUMENT));
    const url = `https://news.example:${server.port}/feed`;
    expect(await visitAt(url, { resolve })).toMatchObject({ kind: 'fresh' });
    setDefaultCACertificates(authorities);
    expect(await visitAt(url, { resolve })).toMatchObject({
      kind: 'failed',
      detail: 'Its certificate is signed by nobody we trust.',
    });
    trust();
  });
});

describe('an answer that does not come as it should', () => {
  test('F08 headers that never come end with the time for a visit', async () => {
    expect(await visit(() => {}, { timeoutMs: 200 })).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });

  test('F09 a body that comes byte by byte ends with the time for a visit', async () => {
    expect(await visit(drip, { timeoutMs: 200 })).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });

  test.each([
    ['F10', 'that stops half-way', `HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n${DOCUMENT}`],
    ['F16', 'that is shorter than it says', `HTTP/1.1 200 OK\r\nContent-Length: 36000\r\n\r\n${DOCUMENT}`],
  ])('%s a body %s is no document', async (_code, _what, answer) => {
    expect((await visitRaw(answer)).kind).toBe('failed');
  });

  test('F11 a connection that is cut after the headers brings nothing', async () => {
    expect((await visitRaw(cutAfterHeaders)).kind).toBe('failed');
  });

  test('F12 a gzip bomb is cut short', async () => {
    const bomb = gzipSync(new Uint8Array(200 * 1_024 * 1_024));
    expect(
      await visit(sends(200, { 'content-encoding': 'gzip' }, bomb), { maxBytes: 1_024 * 1_024 }),
    ).toMatchObject({
      kind: 'failed',
      reason: 'too-large',
    });
  });

  test.each([
    ['F13', 'packed twice', 'gzip, gzip', gzipSync(gzipSync(DOCUMENT))],
    ['F14', 'said to be gzip, which is not', 'gzip', DOCUMENT],
    ['F15', 'in brotli, cut off', 'br', brotliCompressSync(DOCUMENT).subarray(0, 10)],
  ])('%s a document %s is a bad answer', async (_code, _what, encoding, body) => {
    expect(await visit(sends(200, { 'content-encoding': encoding }, body))).toMatchObject(BAD);
  });

  test('F17 trailers without end are cut short', async () => {
    const endless = (socket: Socket) => {
      socket.write(
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${DOCUMENT.length.toString(16)}\r\n${DOCUMENT}\r\n0\r\n`,
      );
      const write = () => {
        while (!socket.destroyed && socket.write(`x-more: ${'x'.repeat(1_000)}\r\n`));
        if (!socket.destroyed) socket.once('drain', write);
      };
      write();
    };
    expect((await visitRaw(endless, { timeoutMs: 2_000 })).kind).toBe('failed');
  });

  test('F18 a header of 64 kilobytes is a bad answer', async () => {
    expect(
      await visitRaw(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(65_536)}\r\n\r\n${DOCUMENT}`),
    ).toMatchObject(BAD);
  });

  test('F19 five hundred cookies are a bad answer or are ignored, and none is kept', async () => {
    const cookies = Array.from({ length: 500 }, (_, cookie) => `c${cookie}=${'x'.repeat(10)}`);
    await using server = await loopbackServer(sends(200, { 'set-cookie': cookies }, DOCUMENT));
    await visitAt(server.url);
    await visitAt(server.url);
    expect(server.requests.some(({ headers }) => 'cookie' in headers)).toBe(false);
  });
});

describe('a redirect', () => {
  const to = (location: string, status = 302): RequestListener => sends(status, { location });

  test('F20 that leads to itself ends after five', async () => {
    expect(await visit(to('/feed'))).toMatchObject({ kind: 'failed', reason: 'bad-redirect' });
  });

  test('F21 eleven times over ends after five', async () => {
    let asked = 0;
    const visited = await visit((request, response) => to(`/${(asked += 1)}`)(request, response));
    expect(visited).toMatchObject({ kind: 'failed', reason: 'bad-redirect' });
    expect(asked).toBe(6);
  });

  test('F22 without a place is a bad one', async () => {
    expect(await visit(sends(301))).toMatchObject({ kind: 'failed', reason: 'bad-redirect' });
  });

  test('F23 to a file is not followed', async () => {
    expect(await visit(to('file:///etc/passwd'))).toMatchObject({
      kind: 'failed',
      reason: 'forbidden-address',
    });
  });

  test('F24 from https to http is not followed', async () => {
    const authorities = getCACertificates('default');
    setDefaultCACertificates([...authorities, readFileSync(AUTHORITY_FILE, 'utf8')]);
    await using plain = await loopbackServer(sends(200, {}, DOCUMENT));
    await using server = await tlsServer('good', to(`${plain.url}/feed`));
    expect(await visitAt(`https://127.0.0.1:${server.port}/feed`)).toMatchObject({
      kind: 'failed',
      reason: 'bad-redirect',
      detail: 'It redirects from https to http.',
    });
    expect(plain.requests).toEqual([]);
    setDefaultCACertificates(authorities);
  });
});

describe('a status', () => {
  test('F26 a test for people is told from a plain refusal', async () => {
    expect(
      await visit(sends(403, { 'cf-mitigated': 'challenge' }, '<html>Just a moment</html>')),
    ).toMatchObject({
      kind: 'failed',
      reason: 'refused',
      detail: 'It answered with a test for people, which no feed reader passes (status 403).',
    });
    expect(await visit(sends(403))).toMatchObject({ detail: 'It answered with status 403.' });
  });

  test.each([
    ['F27', 204, 'bad-answer'],
    ['F28', 206, 'bad-answer'],
    ['F29', 304, 'bad-answer'],
    ['F31', 500, 'server-error'],
    ['F31', 502, 'server-error'],
    ['F31', 504, 'server-error'],
    ['F32', 451, 'refused'],
  ])('%s %i without conditions is %s', async (_code, status, reason) => {
    expect(await visit(sends(status))).toMatchObject({ kind: 'failed', reason });
  });

  test('F30 an empty document is a bad answer', async () => {
    expect(await visit(sends(200))).toMatchObject(BAD);
  });
});

describe('what a server asks', () => {
  test.each([
    ['-5', undefined],
    ['1000000000000', DAY_MS],
    ['soon', undefined],
    ['Thu, 31 Dec 2099 00:00:00 GMT', DAY_MS],
  ])('F33 Retry-After: %s is a wait of %s', async (value, expected) => {
    const visited = await visit(sends(503, { 'retry-after': value }));
    expect(visited.hints.notBeforeMs).toBe(expected);
  });

  test('F34 max-age=10^15 is a day', async () => {
    const visited = await visit(sends(200, { 'cache-control': 'max-age=1000000000000000' }, DOCUMENT));
    expect(visited.hints.notBeforeMs).toBe(DAY_MS);
  });

  test('F41 a clock two days off asks for no other wait than a right one', async () => {
    const headers = {
      date: new Date(Date.now() + 2 * DAY_MS).toUTCString(),
      expires: new Date(Date.now() + 2 * DAY_MS + HOUR_MS).toUTCString(),
    };
    expect((await visit(sends(200, headers, DOCUMENT))).hints.notBeforeMs).toBe(HOUR_MS);
  });

  test('F35 an ETag that is too long or holds what no header may is not kept', async () => {
    expect(await visit(sends(200, { etag: `"${'x'.repeat(10_000)}"` }, DOCUMENT))).toMatchObject({
      kind: 'fresh',
      validators: {},
    });
    const folded = `HTTP/1.1 200 OK\r\nETag: "one\r\n two"\r\nConnection: close\r\n\r\n${DOCUMENT}`;
    const visited = await visitRaw(folded);
    const etag = visited.kind === 'fresh' ? (visited.validators.etag ?? '') : '';
    expect(etag).not.toMatch(/[\r\n]/);
  });
});
