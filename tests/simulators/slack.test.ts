import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { post, refusalOf, webClientOf } from './slack/bolt-app.ts';
import { ONE_LOOK_A_MINUTE } from './slack/rate-limits.ts';
import { startSlackSimulator } from './slack/slack-simulator.ts';
import { contentOf, type Message } from './slack/world.ts';

const DESK = 'C0DESK';
const textsOf = (messages: readonly Message[]): readonly string[] =>
  messages.map((message) => contentOf(message).text);

describe('who may do what', () => {
  test('no token, a wrong token and a token of the other kind are told apart', async () => {
    await using slack = await startSlackSimulator();
    const { apiUrl, appToken } = slack;
    expect(await refusalOf(webClientOf({ apiUrl, botToken: '' }).auth.test())).toBe('not_authed');
    expect(await refusalOf(webClientOf({ apiUrl, botToken: 'xoxb-wrong' }).auth.test())).toBe('invalid_auth');
    expect(await refusalOf(webClientOf({ apiUrl, botToken: appToken }).auth.test())).toBe(
      'not_allowed_token_type',
    );
    expect(await refusalOf(webClientOf(slack).apps.connections.open())).toBe('not_allowed_token_type');
  });

  test('a revoked token is good for nothing', async () => {
    await using slack = await startSlackSimulator();
    const [team] = slack.world.teams;
    if (team) team.isRevoked = true;
    expect(await refusalOf(webClientOf(slack).auth.test())).toBe('token_revoked');
  });

  test('each answer says what the token may do', async () => {
    await using slack = await startSlackSimulator();
    const { response_metadata: told } = await webClientOf(slack).auth.test();
    expect(told?.scopes).toEqual(slack.world.teams[0]?.scopes);
  });

  test('a history without the right to read it is refused, and names the right', async () => {
    await using slack = await startSlackSimulator();
    const [team] = slack.world.teams;
    if (team) team.scopes = ['chat:write', 'commands'];
    const fault = await webClientOf(slack)
      .conversations.history({ channel: DESK })
      .catch((error: unknown) => error);
    expect(fault).toHaveProperty('data.error', 'missing_scope');
    expect(fault).toHaveProperty('data.needed', 'channels:history');
    expect(fault).toHaveProperty('data.provided', 'chat:write,commands');
  });

  test('a public channel without the app, a private one and an archived one refuse in their own words', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const inChannel = (channel: string) => refusalOf(post(client, { channel, text: 'x' }));
    expect(await inChannel('C0NEWSROOM')).toBe('not_in_channel');
    expect(await inChannel('C0BOARD')).toBe('channel_not_found');
    expect(await inChannel('C0OLD')).toBe('is_archived');
    expect(await refusalOf(client.conversations.info({ channel: 'C0BOARD' }))).toBe('channel_not_found');
  });

  test('a public channel can be joined, and then taken part in', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    await client.conversations.join({ channel: 'C0NEWSROOM' });
    expect(await post(client, { channel: 'C0NEWSROOM', text: 'Here.' })).toMatchObject({ ok: true });
  });

  test('private channels without the app are not listed', async () => {
    await using slack = await startSlackSimulator();
    const { channels } = await webClientOf(slack).conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
    });
    expect(channels?.map(({ name, is_member }) => [name, is_member])).toEqual([
      ['desk', true],
      ['newsroom', false],
      ['embassy', true],
    ]);
  });

  test('people, their rights and their groups can be looked up', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const { user } = await client.users.info({ user: 'U0ANNA', include_locale: true });
    expect(user).toMatchObject({ is_admin: true, is_owner: false, locale: 'en-GB', tz: 'Europe/London' });
    expect((await client.usergroups.users.list({ usergroup: 'S0EDITORS' })).users).toEqual(['U0BORIS']);
  });
});

describe('messages', () => {
  test('a text without blocks takes the blocks of an edited message away', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const { ts = '' } = await post(client, { channel: DESK, text: 'A', blocks: [{ type: 'divider' }] });
    await client.chat.update({ channel: DESK, ts, text: 'B' });
    expect(slack.messages(DESK).map(contentOf)).toMatchObject([{ text: 'B' }]);
    expect(slack.messages(DESK).map(contentOf)[0]).not.toHaveProperty('blocks');
  });

  test('every form that a message had is kept with its time', async () => {
    await using slack = await startSlackSimulator({ clock: () => new Date('2026-03-02T12:00:00.000Z') });
    const client = webClientOf(slack);
    const { ts = '' } = await post(client, { channel: DESK, text: 'A' });
    slack.clock.advance(MINUTE_MS);
    await client.chat.update({ channel: DESK, ts, text: 'B' });
    expect(slack.messages(DESK)[0]?.versions).toEqual([
      { text: 'A', at: '2026-03-02T12:00:00.000Z' },
      { text: 'B', at: '2026-03-02T12:01:00.000Z' },
    ]);
  });

  test('a message is edited no more once the workspace closes the window', async () => {
    await using slack = await startSlackSimulator();
    const [team] = slack.world.teams;
    if (team) team.editWindowMs = 5 * MINUTE_MS;
    const client = webClientOf(slack);
    const { ts = '' } = await post(client, { channel: DESK, text: 'A' });
    slack.clock.advance(4 * MINUTE_MS);
    await client.chat.update({ channel: DESK, ts, text: 'B' });
    slack.clock.advance(2 * MINUTE_MS);
    expect(await refusalOf(client.chat.update({ channel: DESK, ts, text: 'C' }))).toBe('edit_window_closed');
  });

  test('a deleted message cannot be edited', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const { ts = '' } = await post(client, { channel: DESK, text: 'A' });
    await client.chat.delete({ channel: DESK, ts });
    expect(await refusalOf(client.chat.update({ channel: DESK, ts, text: 'B' }))).toBe('message_not_found');
    expect(slack.messages(DESK)).toEqual([]);
  });

  test('a reply to a deleted message falls into the channel, and only its answer says so', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const { ts = '' } = await post(client, { channel: DESK, text: 'Card.' });
    await client.chat.delete({ channel: DESK, ts });
    const { ok, message } = await post(client, { channel: DESK, text: 'Pointer.', thread_ts: ts });
    expect(ok).toBe(true);
    expect(message).not.toHaveProperty('thread_ts');
    expect((await client.conversations.history({ channel: DESK })).messages).toMatchObject([
      { text: 'Pointer.' },
    ]);
  });

  test('a reply stands in the channel only when it is broadcast', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const { ts: thread_ts = '' } = await post(client, { channel: DESK, text: 'Card.' });
    await post(client, { channel: DESK, text: 'Quiet.', thread_ts });
    await post(client, { channel: DESK, text: 'Loud.', thread_ts, reply_broadcast: true });
    const { messages } = await client.conversations.history({ channel: DESK });
    expect(messages?.map(({ text, subtype }) => [text, subtype])).toEqual([
      ['Loud.', 'thread_broadcast'],
      ['Card.', undefined],
    ]);
  });

  test('what only one user sees is in no history', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    await client.chat.postEphemeral({ channel: DESK, user: 'U0ANNA', text: 'Only you.' });
    expect((await client.conversations.history({ channel: DESK })).messages).toEqual([]);
    expect(slack.messages(DESK)).toMatchObject([{ visibleTo: 'U0ANNA' }]);
  });

  test('a history shows metadata only to who asks for it', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const metadata = { event_type: 'readout_delivery', event_payload: { key: 'k1' } };
    await post(client, { channel: DESK, text: 'Card.', metadata });
    const asked = await client.conversations.history({ channel: DESK, include_all_metadata: true });
    expect(asked.messages?.[0]).toMatchObject({ metadata });
    const unasked = await client.conversations.history({ channel: DESK });
    expect(unasked.messages?.[0]).not.toHaveProperty('metadata');
  });

  test('a history comes in pages', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    for (const text of ['1', '2', '3']) await post(client, { channel: DESK, text });
    const first = await client.conversations.history({ channel: DESK, limit: 2 });
    expect(first.messages?.map(({ text }) => text)).toEqual(['3', '2']);
    expect(first.has_more).toBe(true);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.history({ channel: DESK, limit: 2, cursor });
    expect(second.messages?.map(({ text }) => text)).toEqual(['1']);
    expect(second.has_more).toBe(false);
  });

  test('a history gives only what was posted after a moment', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const { ts: oldest = '' } = await post(client, { channel: DESK, text: 'Before.' });
    await post(client, { channel: DESK, text: 'After.' });
    const asked = { channel: DESK, oldest };
    expect((await client.conversations.history(asked)).messages).toMatchObject([{ text: 'After.' }]);
    expect((await client.conversations.history({ ...asked, inclusive: true })).messages).toHaveLength(2);
  });
});

describe('what goes wrong on the way', () => {
  test('a burst into one channel is limited, and other channels are not', async () => {
    await using slack = await startSlackSimulator({ clock: () => new Date('2026-03-02T12:00:00.000Z') });
    const client = webClientOf(slack);
    for (const text of ['1', '2', '3', '4']) await post(client, { channel: DESK, text });
    const fault = await post(client, { channel: DESK, text: '5' }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(webApi.WebAPIRateLimitedError);
    expect(fault).toHaveProperty('retryAfter', 1);
    expect(await post(client, { channel: 'C0EMBASSY', text: '5' })).toMatchObject({ ok: true });
    slack.clock.advance(SECOND_MS);
    expect(await post(client, { channel: DESK, text: '5' })).toMatchObject({ ok: true });
  });

  test('a workspace may let its history be looked at once a minute', async () => {
    await using slack = await startSlackSimulator({ rates: { 'conversations.history': ONE_LOOK_A_MINUTE } });
    const client = webClientOf(slack);
    await client.conversations.history({ channel: DESK });
    expect(await refusalOf(client.conversations.history({ channel: DESK }))).toHaveProperty('retryAfter', 60);
  });

  test('a lost answer leaves one copy where the client tries once', async () => {
    await using slack = await startSlackSimulator();
    slack.faults.add({ method: 'chat.postMessage', effect: { kind: 'drop', when: 'after' } });
    const fault = await refusalOf(post(webClientOf(slack), { channel: DESK, text: 'Card.' }));
    expect(fault).toBeInstanceOf(webApi.WebAPIRequestError);
    expect(textsOf(slack.messages(DESK))).toEqual(['Card.']);
  });

  test('a lost answer leaves two copies where the client retries', async () => {
    await using slack = await startSlackSimulator();
    slack.faults.add({ method: 'chat.postMessage', effect: { kind: 'drop', when: 'after' } });
    const client = webClientOf(slack, { retryConfig: { retries: 1, minTimeout: 1 } });
    await post(client, { channel: DESK, text: 'Card.' });
    expect(textsOf(slack.messages(DESK))).toEqual(['Card.', 'Card.']);
  });

  test('a request that is lost before it arrives leaves nothing', async () => {
    await using slack = await startSlackSimulator();
    slack.faults.add({ method: 'chat.postMessage', effect: { kind: 'drop', when: 'before' } });
    const fault = await refusalOf(post(webClientOf(slack), { channel: DESK, text: 'Card.' }));
    expect(fault).toBeInstanceOf(webApi.WebAPIRequestError);
    expect(slack.messages(DESK)).toEqual([]);
  });

  test('a run of 503 ends', async () => {
    await using slack = await startSlackSimulator();
    slack.faults.add({
      method: 'chat.update',
      times: 2,
      effect: { kind: 'status', status: 503, body: 'no' },
    });
    const client = webClientOf(slack);
    const { ts = '' } = await post(client, { channel: DESK, text: 'A' });
    const edit = () => refusalOf(client.chat.update({ channel: DESK, ts, text: 'B' }));
    expect(await edit()).toHaveProperty('statusCode', 503);
    expect(await edit()).toHaveProperty('statusCode', 503);
    expect(await edit()).toMatchObject({ ok: true });
  });

  test('a delay longer than the client waits leaves the message', async () => {
    await using slack = await startSlackSimulator();
    slack.faults.add({ method: 'chat.postMessage', effect: { kind: 'delay', ms: 120 } });
    const fault = await refusalOf(
      post(webClientOf(slack, { timeout: 40 }), { channel: DESK, text: 'Late.' }),
    );
    expect(fault).toBeInstanceOf(webApi.WebAPIRequestError);
    expect(await slack.until(() => slack.messages(DESK).length === 1)).toBe(true);
  });

  test('any code of Slack and any wait can be asked for, in one channel only', async () => {
    await using slack = await startSlackSimulator();
    const about = { method: 'chat.postMessage', channel: DESK };
    slack.faults.add({ ...about, effect: { kind: 'error', error: 'restricted_action' } });
    slack.faults.add({ ...about, effect: { kind: 'rate-limit', retryAfterSeconds: 30 } });
    const client = webClientOf(slack);
    expect(await post(client, { channel: 'C0EMBASSY', text: 'x' })).toMatchObject({ ok: true });
    expect(await refusalOf(post(client, { channel: DESK, text: 'x' }))).toBe('restricted_action');
    expect(await refusalOf(post(client, { channel: DESK, text: 'x' }))).toHaveProperty('retryAfter', 30);
    expect(await post(client, { channel: DESK, text: 'x' })).toMatchObject({ ok: true });
  });
});

describe('what no program should do', () => {
  test('a method or an argument that Slack does not know is a violation', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    expect(await refusalOf(client.apiCall('chat.shout'))).toBe('unknown_method');
    await client.apiCall('chat.postMessage', { channel: DESK, text: 'x', colour: 'red' });
    expect(slack.violations()).toEqual([
      'chat.shout: the simulator knows no such method',
      'chat.postMessage: takes no colour',
    ]);
  });

  test('blocks without a text for notifications and screen readers are a violation', async () => {
    await using slack = await startSlackSimulator();
    await webClientOf(slack).apiCall('chat.postMessage', { channel: DESK, blocks: [{ type: 'divider' }] });
    expect(slack.violations()).toEqual([
      'chat.postMessage: no text beside the blocks: notifications and screen readers read it',
    ]);
  });

  test('an address outside the API is a violation', async () => {
    await using slack = await startSlackSimulator();
    expect((await fetch(new URL('/elsewhere', slack.apiUrl))).status).toBe(404);
    expect(slack.violations()).toEqual(['no such address: GET /elsewhere']);
  });
});
