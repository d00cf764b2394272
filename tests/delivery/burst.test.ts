import { expect, test } from 'vitest';
import { sendBurst } from '../bench/send-burst.ts';

/** Discord's buckets, which fill again sooner than the real ones so that the test is short. */
const SOON = { limit: 5, windowMs: 500 };
const LIMITS = {
  'POST /channels/:channel/messages': SOON,
  'PATCH /channels/:channel/messages/:message': SOON,
};

test('a burst on Discord arrives whole, with no request to a bucket that was announced as empty', {
  timeout: 120_000,
}, async () => {
  const sent = await sendBurst({ platform: 'discord', posts: 24, channels: 2, limits: LIMITS });
  expect(sent.requests - sent.limitedEverywhere).toBe(2 * 24);
  expect(sent.limited).toBe(0);
});

test('a burst on Slack arrives whole, and no channel is sent more than one message a second', {
  timeout: 120_000,
}, async () => {
  // Two at once pass, so that a slow machine may bring two of them close together; a third would not.
  const rates = { 'chat.postMessage': { burst: 2, everyMs: 1_000, per: 'channel' as const } };
  const sent = await sendBurst({ platform: 'slack', posts: 8, channels: 2, rates });
  expect(sent.requests).toBe(8);
  expect(sent.limited).toBe(0);
});
