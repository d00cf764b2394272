import { MockAgent } from 'undici';
import { expect, test } from 'vitest';
import { guardedGet } from '#adapters/http/guarded-get.ts';

test('a redirect from https to http is not followed', async () => {
  await using agent = Object.assign(new MockAgent(), {
    [Symbol.asyncDispose]: async () => agent.close(),
  });
  agent.disableNetConnect();
  agent
    .get('https://news.example')
    .intercept({ path: '/feed' })
    .reply(301, '', { headers: { location: 'http://news.example/feed' } });

  const means = {
    roads: { to: () => agent },
    headers: {},
    timeoutMs: 1_000,
    maxBytes: 1_000,
  };
  expect(await guardedGet('https://news.example/feed', means)).toEqual({
    kind: 'failed',
    reason: 'bad-redirect',
    detail: 'It redirects from https to http.',
  });
});
