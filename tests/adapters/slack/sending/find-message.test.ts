import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { findMessage, KEY_EVENT, newReading, type Sought } from '#adapters/slack/sending/find-message.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { idOf } from '#kernel/id.ts';

const key: DeliveryKey = idOf('card');
const PAGE = 15;

type Message = { readonly ts: string; readonly metadata?: object };

const ours: Message = { ts: 'ours', metadata: { event_type: KEY_EVENT, event_payload: { key } } };
const others = (count: number): readonly Message[] =>
  Array.from({ length: count }, (_, number) => ({ ts: `other ${number}` }));

/** Slack for an app sold outside its marketplace: fifteen messages a look, and every second look is one too many. */
function limitedSlack(messages: readonly Message[]) {
  let looks = 0;
  const history = ({ cursor }: { readonly cursor?: string }) => {
    looks += 1;
    if (looks % 2 === 0) return Promise.reject(new webApi.WebAPIRateLimitedError(60));
    const from = Number(cursor ?? 0);
    const next = from + PAGE < messages.length ? String(from + PAGE) : '';
    return Promise.resolve({
      ok: true,
      messages: messages.slice(from, from + PAGE),
      response_metadata: { next_cursor: next },
    });
  };
  const client = { conversations: { history } } as unknown as webApi.WebClient;
  return { client, looks: () => looks };
}

const sought = (): Sought => ({ channel: 'C0DESK', key, since: new Date(0), reading: newReading() });

describe('looking for a message where Slack allows one look a minute', () => {
  test('goes on where the limit cut it off, and finds what stands on a later page', async () => {
    const slack = limitedSlack([...others(40), ours]);
    const one = sought();
    const later = { kind: 'later', retryAfterMs: 60_000, detail: 'Slack asks to wait (ratelimited)' };
    expect(await findMessage(slack.client, one)).toEqual(later);
    expect(await findMessage(slack.client, one)).toEqual(later);
    expect(await findMessage(slack.client, one)).toEqual({ kind: 'found', message: 'ours' });
    expect(slack.looks()).toBe(5);
  });

  test('says that it never came when all of it was read', async () => {
    const slack = limitedSlack(others(20));
    const one = sought();
    await findMessage(slack.client, one);
    expect(await findMessage(slack.client, one)).toEqual({ kind: 'absent' });
  });

  test('gives up after a thousand messages, and claims nothing', async () => {
    const slack = limitedSlack(others(1_100));
    const one = sought();
    let outcome = await findMessage(slack.client, one);
    while (outcome.kind === 'later') outcome = await findMessage(slack.client, one);
    expect(outcome).toMatchObject({ kind: 'cannot-know' });
  });
});
