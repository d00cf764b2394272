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

/** Who looks so rarely needs not wait for others; how long Slack asked all to wait is kept. */
function aSearch(): { readonly one: Sought; readonly held: readonly number[] } {
  const held: number[] = [];
  const pace = { turn: () => Promise.resolve(undefined), hold: (ms: number) => void held.push(ms) };
  return { one: { channel: 'C0DESK', key, since: new Date(0), reading: newReading(), pace }, held };
}

describe('looking for a message where Slack allows one look a minute', () => {
  test('goes on where the limit cut it off, and finds what stands on a later page', async () => {
    const slack = limitedSlack([...others(40), ours]);
    const { one, held } = aSearch();
    const later = { kind: 'later', retryAfterMs: 60_000, detail: 'Slack asks to wait (ratelimited)' };
    expect(await findMessage(slack.client, one)).toEqual(later);
    expect(await findMessage(slack.client, one)).toEqual(later);
    expect(await findMessage(slack.client, one)).toEqual({ kind: 'found', message: 'ours' });
    expect(slack.looks()).toBe(5);
    expect(held).toEqual([60_000, 60_000]);
  });

  test('says that it never came when all of it was read', async () => {
    const slack = limitedSlack(others(20));
    const { one } = aSearch();
    await findMessage(slack.client, one);
    expect(await findMessage(slack.client, one)).toEqual({ kind: 'absent' });
  });

  test('gives up after a thousand messages, and claims nothing', async () => {
    const slack = limitedSlack(others(1_100));
    const { one } = aSearch();
    let outcome = await findMessage(slack.client, one);
    while (outcome.kind === 'later') outcome = await findMessage(slack.client, one);
    expect(outcome).toMatchObject({ kind: 'cannot-know' });
  });

  test('whose time is later than all that was posted ends after the ten newest pages', async () => {
    const aDayAgo = Array.from({ length: 1_100 }, (_, number) => ({ ts: String(50_000 - number) }));
    const outcomeAmong = async (messages: readonly Message[]) => {
      const slack = limitedSlack(messages);
      const one = { ...aSearch().one, since: new Date(60_000 * 1_000) };
      let outcome = await findMessage(slack.client, one);
      while (outcome.kind === 'later') outcome = await findMessage(slack.client, one);
      return { outcome, looks: slack.looks() };
    };
    expect(await outcomeAmong(aDayAgo)).toEqual({ outcome: { kind: 'absent' }, looks: 19 });
    const found = { ...ours, ts: '49900.5' };
    expect((await outcomeAmong(aDayAgo.toSpliced(100, 0, found))).outcome).toEqual({
      kind: 'found',
      message: '49900.5',
    });
  });

  test('asks nothing before its turn, and goes on with its pages then', async () => {
    const slack = limitedSlack([ours]);
    const { one } = aSearch();
    const waiting = { ...one, pace: { ...one.pace, turn: () => Promise.resolve(4_000) } };
    expect(await findMessage(slack.client, waiting)).toMatchObject({ kind: 'later', retryAfterMs: 4_000 });
    expect(slack.looks()).toBe(0);
    expect(await findMessage(slack.client, one)).toEqual({ kind: 'found', message: 'ours' });
  });
});
