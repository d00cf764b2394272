import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { type LoopbackServer, loopbackServer } from './loopback-server.ts';

/** Fetches pages by a clock that only its own pauses and the test move. */
function patientFetcher(allowNetworks = ['127.0.0.0/8']) {
  const clock = { nowMs: Date.UTC(2026, 2, 2) };
  const fetcher = undiciFeedFetcher({
    allowNetworks,
    userAgent: 'Readout/test (+https://readout.example)',
    timeoutMs: 5_000,
    maxBytes: 64 * 1_024,
    pages: {
      nowMs: () => clock.nowMs,
      pause: async (ms) => void (clock.nowMs += ms),
    },
  });
  return Object.assign(fetcher, { clock });
}

/** A host with this robots.txt; every other path is a page. */
const host =
  (robots: string, status = 200): RequestListener =>
  ({ url }, response) =>
    void (url === '/robots.txt'
      ? response.writeHead(status).end(robots)
      : response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Text</p>'));

const asked = ({ requests }: LoopbackServer) => requests.map(({ url }) => url);

test('a page that robots.txt refuses is never asked for, and one that it permits is', async () => {
  await using server = await loopbackServer(host('User-agent: *\nDisallow: /private/'));
  await using fetcher = patientFetcher();
  expect(await fetcher.fetchPage(`${server.url}/private/1`)).toEqual({
    kind: 'failed',
    reason: 'refused',
    detail: 'Its robots.txt asks robots not to read this page.',
  });
  expect(await fetcher.fetchPage(`${server.url}/news/1`)).toMatchObject({
    kind: 'read',
    contentType: 'text/html',
  });
  expect(asked(server)).toEqual(['/robots.txt', '/news/1']);
});

test('robots.txt is kept for a day', async () => {
  await using server = await loopbackServer(host(''));
  await using fetcher = patientFetcher();
  for (const wait of [0, HOUR_MS, DAY_MS]) {
    fetcher.clock.nowMs += wait;
    await fetcher.fetchPage(`${server.url}/1`);
  }
  expect(asked(server)).toEqual(['/robots.txt', '/1', '/1', '/robots.txt', '/1']);
});

test.each([
  [404, true],
  [403, true],
  [429, false],
  [500, false],
  [503, false],
])('where robots.txt answers %i a page is read: %s', async (status, isRead) => {
  await using server = await loopbackServer(host('Disallow', status));
  await using fetcher = patientFetcher();
  const page = await fetcher.fetchPage(`${server.url}/1`);
  expect(page.kind).toBe(isRead ? 'read' : 'failed');
  expect(asked(server)).toEqual(isRead ? ['/robots.txt', '/1'] : ['/robots.txt']);
});

test('a robots.txt that could not be read is asked for again after an hour, not before', async () => {
  const answer = { status: 503 };
  await using server = await loopbackServer((request, response) =>
    host('', answer.status)(request, response),
  );
  await using fetcher = patientFetcher();
  await fetcher.fetchPage(`${server.url}/1`);
  answer.status = 200;
  expect((await fetcher.fetchPage(`${server.url}/1`)).kind).toBe('failed');
  fetcher.clock.nowMs += HOUR_MS;
  expect((await fetcher.fetchPage(`${server.url}/1`)).kind).toBe('read');
});

test('pages of one host come one at a time, two seconds apart; another host does not wait for them', async () => {
  const open = { now: 0, most: 0 };
  const slow: RequestListener = (request, response) => {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    response.on('close', () => void (open.now -= 1));
    setImmediate(() => host('')(request, response));
  };
  await using one = await loopbackServer(slow);
  await using fetcher = patientFetcher();
  const begun = fetcher.clock.nowMs;
  await Promise.all(['1', '2', '3'].map((page) => fetcher.fetchPage(`${one.url}/${page}`)));
  expect(fetcher.clock.nowMs - begun).toBeGreaterThanOrEqual(4_000);
  expect(open.most).toBe(1);

  await using other = await loopbackServer(host(''));
  const between = fetcher.clock.nowMs;
  await fetcher.fetchPage(`${other.url}/1`);
  expect(fetcher.clock.nowMs - between).toBeLessThanOrEqual(2_000);
});

test('a redirect is judged by the robots.txt of the host it leads to', async () => {
  await using target = await loopbackServer(host('User-agent: *\nDisallow: /'));
  await using server = await loopbackServer(({ url }, response) => {
    if (url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(302, { location: `${target.url}/1` }).end();
  });
  await using fetcher = patientFetcher();
  expect(await fetcher.fetchPage(`${server.url}/1`)).toMatchObject({ kind: 'failed', reason: 'refused' });
  expect(asked(target)).toEqual(['/robots.txt']);
});

/** Notes by the fetcher's clock when each request comes. */
const noting =
  (times: number[], clock: () => number, answer: RequestListener): RequestListener =>
  (request, response) => {
    times.push(clock());
    answer(request, response);
  };

const apart = (times: readonly number[]): number =>
  Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));

test('two seconds lie between robots.txt and a page, and between pages that others redirect to', async () => {
  await using fetcher = patientFetcher();
  const times: number[] = [];
  const clock = () => fetcher.clock.nowMs;
  await using target = await loopbackServer(noting(times, clock, host('')));
  const leading: RequestListener = ({ url }, response) =>
    void (url === '/robots.txt'
      ? response.writeHead(404).end()
      : response.writeHead(302, { location: `${target.url}/1` }).end());
  await using one = await loopbackServer(leading);
  await using other = await loopbackServer(leading);
  for (const { url } of [one, other, target]) await fetcher.fetchPage(`${url}/1`);
  expect(asked(target)).toEqual(['/robots.txt', '/1', '/1', '/1']);
  expect(apart(times)).toBeGreaterThanOrEqual(2_000);
});

test.each([
  ['429 with Retry-After', '/1', 429, { 'retry-after': '1800' }, 30],
  ['503 with Retry-After', '/1', 503, { 'retry-after': '1800' }, 30],
  ['429 without a word', '/1', 429, {}, 10],
  ['429 to robots.txt', '/robots.txt', 429, { 'retry-after': '7200' }, 120],
])('a host that says %s is asked for no page until then', async (_what, path, status, headers, minutes) => {
  const answer = { status };
  await using server = await loopbackServer((request, response) => {
    if (request.url === path && answer.status !== 200) response.writeHead(answer.status, headers).end();
    else host('')(request, response);
  });
  await using fetcher = patientFetcher();
  expect((await fetcher.fetchPage(`${server.url}/1`)).kind).toBe('failed');
  answer.status = 200;
  const before = server.requests.length;
  fetcher.clock.nowMs += minutes * 60_000 - 1_000;
  expect(await fetcher.fetchPage(`${server.url}/2`)).toMatchObject({ kind: 'failed' });
  expect(server.requests).toHaveLength(before);
  fetcher.clock.nowMs += 1_000;
  expect((await fetcher.fetchPage(`${server.url}/2`)).kind).toBe('read');
});

test('robots.txt is no way round the guard', async () => {
  await using canary = await loopbackServer(host(''));
  await using fetcher = patientFetcher([]);
  expect(await fetcher.fetchPage(`${canary.url}/1`)).toEqual({
    kind: 'failed',
    reason: 'forbidden-address',
    detail: 'The address could not be reached.',
  });
  expect(canary.requests).toEqual([]);
});
