import { expect, test } from 'vitest';
import { pageProbe } from '#adapters/http/page-probe.ts';
import type { FetchedPage } from '#adapters/http/polite-pages.ts';

const page: FetchedPage = { kind: 'read', bytes: new Uint8Array([60]), url: 'https://news.example/1' };
const failed = (status?: number) =>
  ({ kind: 'failed', reason: 'refused', detail: '', ...(status !== undefined && { status }) }) as const;

test.each([
  ['a page is there', page, { kind: 'there' }],
  ['404 is missing', failed(404), { kind: 'missing', status: 404 }],
  ['410 is missing', failed(410), { kind: 'missing', status: 410 }],
  ['a refusal tells nothing', failed(403), { kind: 'untold' }],
  ['a fault of the server tells nothing', failed(503), { kind: 'untold' }],
  ['a robots.txt that refuses tells nothing', failed(), { kind: 'untold' }],
] as const)('%s', async (_what, answer, standing) => {
  expect(await pageProbe(() => Promise.resolve(answer)).ask('https://news.example/1')).toEqual(standing);
});
