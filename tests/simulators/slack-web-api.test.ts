import { describe, expect, test } from 'vitest';
import { plain, post, refusalOf, webClientOf } from './slack/bolt-app.ts';
import { startEmulatedSlack } from './slack/emulated-slack.ts';
import { startSlackSimulator } from './slack/slack-simulator.ts';

/** A Slack to ask, and a channel with the app in it. */
type Asked = AsyncDisposable & {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly channel: string;
};

async function startOurs(): Promise<Asked> {
  const slack = await startSlackSimulator();
  return { ...slack, channel: 'C0DESK' };
}

const MODAL = {
  type: 'modal' as const,
  title: plain('Watch a topic'),
  blocks: [{ type: 'divider' }],
};

// What we believe of Slack is asked of somebody else's Slack too, so that it is no belief of ours alone.
describe.each([
  { name: 'our simulator', start: startOurs },
  { name: 'emulate', start: startEmulatedSlack },
])('$name', ({ start }) => {
  test('knows whose token it is', async () => {
    await using slack = await start();
    expect(await webClientOf(slack).auth.test()).toMatchObject({
      ok: true,
      user: 'readout',
      user_id: 'U0READOUT',
      bot_id: 'B0READOUT',
    });
  });

  test('gives a posted message back with its metadata', async () => {
    await using slack = await start();
    const { channel } = slack;
    const client = webClientOf(slack);
    const metadata = { event_type: 'readout_delivery', event_payload: { key: 'k1' } };
    const blocks = [{ type: 'divider' }];
    const { ts } = await post(client, { channel, text: 'First.', blocks, metadata });
    await post(client, { channel, text: 'Second.' });
    const { messages } = await client.conversations.history({ channel, include_all_metadata: true });
    expect(messages?.map(({ text }) => text)).toEqual(['Second.', 'First.']);
    expect(messages?.[1]).toMatchObject({ ts, user: 'U0READOUT', metadata });
  });

  test('shows what was edited, and keeps the metadata', async () => {
    await using slack = await start();
    const { channel } = slack;
    const client = webClientOf(slack);
    const metadata = { event_type: 'readout_delivery', event_payload: { key: 'k1' } };
    const { ts = '' } = await post(client, { channel, text: 'First.', metadata });
    expect(await client.chat.update({ channel, ts, text: 'Better.' })).toMatchObject({ ts, text: 'Better.' });
    const { messages } = await client.conversations.history({ channel, include_all_metadata: true });
    expect(messages).toHaveLength(1);
    expect(messages?.[0]).toMatchObject({ text: 'Better.', metadata });
  });

  test('keeps replies in their thread, in order', async () => {
    await using slack = await start();
    const { channel } = slack;
    const client = webClientOf(slack);
    const { ts = '' } = await post(client, { channel, text: 'Card.' });
    await post(client, { channel, text: 'One.', thread_ts: ts });
    await post(client, { channel, text: 'Two.', thread_ts: ts });
    const { messages } = await client.conversations.replies({ channel, ts });
    expect(messages?.map(({ text }) => text)).toEqual(['Card.', 'One.', 'Two.']);
    expect((await client.conversations.history({ channel })).messages).toMatchObject([{ text: 'Card.' }]);
  });

  test('tells of a channel and of a workspace', async () => {
    await using slack = await start();
    const client = webClientOf(slack);
    expect((await client.conversations.info({ channel: slack.channel })).channel).toMatchObject({
      name: 'desk',
      is_private: false,
      is_archived: false,
    });
    expect((await client.team.info()).team).toHaveProperty('id');
  });

  test('refuses with the codes of its pages', async () => {
    await using slack = await start();
    const { channel } = slack;
    const client = webClientOf(slack);
    const codes = await Promise.all([
      refusalOf(client.chat.update({ channel, ts: '1.000001', text: 'x' })),
      refusalOf(client.chat.delete({ channel, ts: '1.000001' })),
      refusalOf(post(client, { channel: 'C0NOWHERE', text: 'x' })),
      refusalOf(client.conversations.history({ channel: 'C0NOWHERE' })),
      refusalOf(client.conversations.join({ channel: 'C0NOWHERE' })),
      refusalOf(client.users.info({ user: 'U0NOBODY' })),
      refusalOf(client.bots.info({ bot: 'B0NOBODY' })),
      refusalOf(client.views.open({ trigger_id: 'none', view: MODAL })),
    ]);
    expect(codes).toEqual([
      'message_not_found',
      'message_not_found',
      'channel_not_found',
      'channel_not_found',
      'channel_not_found',
      'user_not_found',
      'bot_not_found',
      'invalid_trigger_id',
    ]);
  });
});
