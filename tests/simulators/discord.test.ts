import { once } from 'node:events';
import {
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  type DiscordAPIError,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  type TextChannel,
} from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type DiscordSimulator,
  type DiscordSimulatorOptions,
  startDiscordSimulator,
} from './discord/discord-simulator.ts';
import { isInvalidRequest } from './discord/rest-server.ts';

const CREATE = 'POST /channels/:channel/messages';
const EDIT = 'PATCH /channels/:channel/messages/:message';
const ANA = { user: 'Ana', channel: 'desk' };
const MINUTE_MS = 60_000;

const stops: (() => PromiseLike<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function simulate(options: DiscordSimulatorOptions = {}): Promise<DiscordSimulator> {
  const simulator = await startDiscordSimulator(options);
  stops.push(() => simulator[Symbol.asyncDispose]());
  return simulator;
}

function newClient(simulator: DiscordSimulator, rest: ClientOptions['rest'] = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: simulator.apiUrl, version: '10', offset: 0, ...rest },
    // discord.js keeps 5 s between two identifies; nobody else uses this token.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
  });
  stops.push(() => client.destroy());
  return client;
}

/** A real discord.js client, logged in, with the channel it writes to. */
async function logIn(simulator: DiscordSimulator, rest: ClientOptions['rest'] = {}) {
  const client = newClient(simulator, rest);
  await Promise.all([once(client, 'clientReady'), client.login(simulator.token)]);
  const desk = client.channels.cache.get(simulator.channel('desk').id) as TextChannel;
  return { client, desk };
}

const statuses = ({ served }: DiscordSimulator, route: string): readonly (number | undefined)[] =>
  served.filter((one) => one.route === route).map(({ answer }) => answer?.status);

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: DiscordAPIError) => error.code,
  );

const cardOf = (text: string) =>
  ({
    content: null,
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: 17, components: [{ type: 10, content: text }] }],
  }) as const;

describe('a login', () => {
  test('needs the Guilds intent alone and shows the channels', async () => {
    const simulator = await simulate();
    const { client, desk } = await logIn(simulator);
    expect(client.user?.username).toBe('readout');
    expect(desk.name).toBe('desk');
    expect(simulator.violations()).toEqual([]);
  });

  test('with a wrong token is refused at once', async () => {
    const simulator = await simulate();
    await expect(newClient(simulator).login('another.token.than-that')).rejects.toThrow(/token/);
    expect(simulator.served.filter(isInvalidRequest)).toHaveLength(1);
  });

  test('that asks for message content is refused, and is a violation', async () => {
    const simulator = await simulate();
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
      rest: { api: simulator.apiUrl },
    });
    stops.push(() => client.destroy());
    await expect(client.login(simulator.token)).rejects.toThrow(/disallowed intents/);
    expect(simulator.violations()).toHaveLength(1);
  });
});

describe('a connection', () => {
  /** A bot that answers /ping, and counts what it is asked. */
  async function pingable(simulator: DiscordSimulator) {
    const { client } = await logIn(simulator);
    const asked: string[] = [];
    await client.application?.commands.set([{ name: 'ping', description: 'Answers' }]);
    client.on('interactionCreate', (interaction: Interaction) => {
      asked.push(interaction.id);
      void (interaction as ChatInputCommandInteraction).reply('pong').catch(() => undefined);
    });
    return { client, asked };
  }

  test('that breaks is resumed, and what was missed is replayed', async () => {
    const simulator = await simulate();
    const { client } = await pingable(simulator);
    const resumed = once(client, 'shardResume');
    simulator.gateway.terminate();
    const seen = await simulator.people.slash('ping', {}, ANA);
    expect(seen).toMatchObject({ kind: 'message', text: 'pong' });
    await resumed;
    expect(simulator.gateway.identifiesLeft).toBe(999);
    expect(simulator.violations()).toEqual([]);
  });

  test('that is asked to reconnect resumes', async () => {
    const simulator = await simulate();
    const { client } = await pingable(simulator);
    const resumed = once(client, 'shardResume');
    simulator.gateway.askToReconnect();
    await resumed;
    expect(simulator.gateway.identifiesLeft).toBe(999);
  });

  test('whose resume is refused begins anew', async () => {
    const simulator = await simulate();
    const { client } = await pingable(simulator);
    simulator.faults.add({ kind: 'refuse-resume' });
    const again = once(client, 'shardReady');
    simulator.gateway.terminate();
    await again;
    expect(simulator.gateway.identifiesLeft).toBe(998);
    expect(await simulator.people.slash('ping', {}, ANA)).toMatchObject({ text: 'pong' });
  });

  test('whose heartbeat is not acknowledged is given up and resumed', async () => {
    const simulator = await simulate({ heartbeatMs: 150 });
    simulator.faults.add({ kind: 'no-heartbeat-ack' });
    const { client } = await pingable(simulator);
    await once(client, 'shardResume');
    expect(simulator.faults.pending).toBe(0);
    expect(simulator.gateway.identifiesLeft).toBe(999);
  });

  test('brings an event twice, whose second answer is refused and a violation', async () => {
    const simulator = await simulate();
    const { asked } = await pingable(simulator);
    simulator.faults.add({ kind: 'send-twice', on: 'INTERACTION_CREATE' });
    expect(await simulator.people.slash('ping', {}, ANA)).toMatchObject({ text: 'pong' });
    await expect.poll(() => asked.length).toBe(2);
    await expect.poll(() => simulator.violations()).toEqual([expect.stringContaining('40060')]);
  });

  test('brings an event after the one that followed it', async () => {
    const simulator = await simulate();
    const { asked } = await pingable(simulator);
    simulator.faults.add({ kind: 'send-later', on: 'INTERACTION_CREATE' });
    await Promise.all([1, 2].map(() => simulator.people.slash('ping', {}, ANA)));
    expect(asked).toHaveLength(2);
    expect(asked).toEqual(asked.toSorted().toReversed());
  });

  test('tells of an outage of a server and of its end', async () => {
    const simulator = await simulate();
    const { client } = await pingable(simulator);
    const outage = once(client, 'guildUnavailable');
    simulator.setGuildAvailable('Newsroom', false);
    await outage;
    const end = once(client, 'guildAvailable');
    simulator.setGuildAvailable('Newsroom', true);
    await end;
  });

  test('tells of a server that the bot joins or leaves', async () => {
    const simulator = await simulate();
    const { client } = await pingable(simulator);
    const joined = once(client, 'guildCreate');
    simulator.inviteBot({ name: 'Bureau', channels: [{ name: 'wire' }], members: [{ name: 'Dora' }] });
    await joined;
    const left = once(client, 'guildDelete');
    simulator.removeBot('Bureau');
    await left;
  });
});

describe('a message', () => {
  test('begins as a plain sentence, becomes a Components V2 card and is answered', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    const message = await desk.send({ content: 'Talks were held', allowedMentions: { parse: [] } });
    await message.edit(cardOf('### Talks were held'));
    await message.reply({ content: 'Both sides have spoken.', allowedMentions: { parse: [] } });
    expect(simulator.readChannel('desk')).toBe('### Talks were held\nBoth sides have spoken.');
    expect(simulator.messagesIn('desk').map(({ revisions }) => revisions.length)).toEqual([2, 1]);
    expect(simulator.messagesIn('desk')[1]?.answers).toBe(message.id);
    expect(simulator.violations()).toEqual([]);
    expect(simulator.served.filter(isInvalidRequest)).toEqual([]);
  });

  test('can be found again in the history, newest first, without the words of others', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    const sent = [await desk.send('one'), await desk.send('two'), await desk.send('three')];
    simulator.people.say('I have a question', ANA);
    const all = await desk.messages.fetch({ limit: 10, cache: false });
    expect([...all.values()].map(({ content }) => content)).toEqual(['', 'three', 'two', 'one']);
    const after = await desk.messages.fetch({ after: sent[0]?.id ?? '', limit: 1, cache: false });
    expect([...after.values()].map(({ content }) => content)).toEqual(['two']);
    const before = await desk.messages.fetch({ before: sent[2]?.id ?? '', limit: 1, cache: false });
    expect([...before.values()].map(({ content }) => content)).toEqual(['two']);
    const around = await desk.messages.fetch({ around: sent[1]?.id ?? '', limit: 3, cache: false });
    expect([...around.values()].map(({ content }) => content)).toEqual(['three', 'two', 'one']);
  });

  test('calls whom allowed_mentions lets it call, and nobody when it is edited', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    const roles = [...simulator.world.guilds.values()][0]?.roles ?? [];
    const [moderators = '', readers = ''] = ['Moderators', 'Readers'].map(
      (name) => roles.find((role) => role.name === name)?.id,
    );
    const content = `<@&${moderators}> <@&${readers}> @everyone`;
    await desk.send({ content, allowedMentions: { parse: [] } });
    await desk.send({ content, allowedMentions: { roles: [moderators, readers] } });
    const quiet = await desk.send({ content: 'nobody', allowedMentions: { parse: [] } });
    await quiet.edit({ content, allowedMentions: { roles: [moderators] } });
    // Readers cannot be mentioned by a bot without the right to call everyone.
    expect(simulator.messagesIn('desk').map(({ pings }) => pings)).toEqual([[], [moderators], []]);
  });

  test('opens a thread that has its own right to send', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    const message = await desk.send('card');
    const thread = await message.startThread({ name: 'Talks' });
    await thread.send('a line');
    expect(simulator.readChannel('Talks')).toBe('a line');
    simulator.denyBot('desk', ['SEND_MESSAGES_IN_THREADS']);
    expect(await codeOf(thread.send('another'))).toBe(50013);
    expect(simulator.violations()).toEqual([]);
  });

  test('is refused with Discord’s code where the bot lacks a right', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    const message = await desk.send('card');
    simulator.denyBot('desk', ['SEND_MESSAGES']);
    expect(await codeOf(desk.send('x'))).toBe(50013);
    simulator.denyBot('desk', ['READ_MESSAGE_HISTORY']);
    expect((await desk.messages.fetch({ limit: 5, cache: false })).size).toBe(0);
    expect(await codeOf(message.reply('x'))).toBe(160002);
    simulator.denyBot('desk', ['VIEW_CHANNEL']);
    expect(await codeOf(desk.send('x'))).toBe(50001);
    simulator.denyBot('desk', []);
    expect(await codeOf(desk.send('x'))).toBe('no error');
  });

  test('that was deleted, or whose channel was, is unknown', async () => {
    const simulator = await simulate();
    const { client, desk } = await logIn(simulator);
    const message = await desk.send('card');
    simulator.deleteMessage(message.id);
    expect(await codeOf(message.edit('newer'))).toBe(10008);
    const gone = once(client, 'channelDelete');
    simulator.deleteChannel('desk');
    await gone;
    expect(await codeOf(client.rest.post(`/channels/${desk.id}/messages`, { body: { content: 'x' } }))).toBe(
      10003,
    );
  });

  test('older than an hour can be edited a few times, then not for a while', async () => {
    const simulator = await simulate({
      oldEdits: { limit: 2, windowMs: 20_000 },
      limits: { [EDIT]: { limit: 50, windowMs: 1_000 } },
    });
    const { desk } = await logIn(simulator, { rejectOnRateLimit: () => true });
    const message = await desk.send('card');
    for (const text of ['1', '2', '3']) await message.edit(text);
    simulator.clock.moveBy(61 * MINUTE_MS);
    for (const text of ['4', '5']) await message.edit(text);
    await expect(message.edit('6')).rejects.toMatchObject({ name: expect.stringMatching(/^RateLimitError/) });
    expect(simulator.served.at(-1)?.answer).toMatchObject({ status: 429, body: { code: 30046 } });
    simulator.clock.moveBy(21_000);
    await message.edit('7');
    expect(simulator.readChannel('desk')).toBe('7');
  });
});

describe('a nonce that is enforced', () => {
  const told = { content: 'Talks were held', nonce: 'ABCDEFGHJKMNPQRSTVWXYZ234', enforceNonce: true };

  test('brings back the same message for a few minutes', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    const first = await desk.send(told);
    expect((await desk.send(told)).id).toBe(first.id);
    simulator.clock.moveBy(4 * MINUTE_MS);
    expect((await desk.send(told)).id).not.toBe(first.id);
    expect(simulator.messagesIn('desk')).toHaveLength(2);
  });

  test('of a deleted message is answered with Unknown Message', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    await (await desk.send(told)).delete();
    expect(await codeOf(desk.send(told))).toBe(10008);
  });

  test('leaves one copy where the answer was lost', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    simulator.faults.add({ kind: 'drop-after', on: CREATE });
    await expect(desk.send(told)).rejects.toThrow(/other side closed|socket/i);
    expect(simulator.messagesIn('desk')).toHaveLength(1);
    expect((await desk.send(told)).id).toBe(simulator.messagesIn('desk')[0]?.id);
    expect(simulator.messagesIn('desk')).toHaveLength(1);
  });

  test('stores nothing where the request was lost', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    simulator.faults.add({ kind: 'drop-before', on: CREATE });
    await expect(desk.send(told)).rejects.toThrow(/other side closed|socket/i);
    expect(simulator.messagesIn('desk')).toEqual([]);
  });
});

describe('a busy or broken Discord', () => {
  test('is queued for by the client: a burst meets no 429', async () => {
    const simulator = await simulate({ limits: { [CREATE]: { limit: 5, windowMs: 250 } } });
    const { desk } = await logIn(simulator);
    await Promise.all(Array.from({ length: 12 }, (_, index) => desk.send(`line ${index}`)));
    expect(simulator.messagesIn('desk')).toHaveLength(12);
    expect(statuses(simulator, CREATE)).not.toContain(429);
  });

  test('answers 429 to one who does not queue', async () => {
    const simulator = await simulate({ limits: { [CREATE]: { limit: 2, windowMs: 60_000 } } });
    const url = `${simulator.apiUrl}/v10/channels/${simulator.channel('desk').id}/messages`;
    const post = () =>
      fetch(url, {
        method: 'POST',
        headers: { authorization: `Bot ${simulator.token}`, 'user-agent': 'DiscordBot (test, 1)' },
        body: JSON.stringify({ content: 'x' }),
      });
    const answers = [await post(), await post(), await post()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', '0']);
    expect(await answers[2]?.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  });

  test.each(['user', 'shared', 'global'] as const)('limits with the scope %s', async (scope) => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    simulator.faults.add({ kind: 'limit', scope, retryAfterMs: 60, on: CREATE });
    await desk.send('card');
    expect(statuses(simulator, CREATE)).toEqual([429, 200]);
    expect(simulator.served.filter(isInvalidRequest)).toHaveLength(scope === 'shared' ? 0 : 1);
  });

  test('fails in a run: discord.js tries four times in all, at once', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    simulator.faults.add({ kind: 'answer', status: 503, on: CREATE, times: 2 });
    const message = await desk.send('card');
    simulator.faults.add({ kind: 'answer', status: 502, on: EDIT, times: 4 });
    await expect(message.edit('newer')).rejects.toThrow(/Bad Gateway|502/);
    expect(statuses(simulator, CREATE)).toEqual([503, 503, 200]);
    expect(statuses(simulator, EDIT)).toEqual([502, 502, 502, 502]);
  });

  test('is slow', async () => {
    const simulator = await simulate();
    const { client, desk } = await logIn(simulator, { retries: 0 });
    client.rest.options.timeout = 50;
    simulator.faults.add({ kind: 'delay', ms: 150, on: CREATE });
    await expect(desk.send('card')).rejects.toThrow(/abort/i);
    await expect.poll(() => simulator.messagesIn('desk').length).toBe(1);
  });

  test('would ban who makes too many invalid requests', async () => {
    const simulator = await simulate({ invalidRequestsAllowed: 2 });
    const { desk } = await logIn(simulator);
    simulator.denyBot('desk', ['VIEW_CHANNEL']);
    for (let time = 0; time < 3; time += 1) await codeOf(desk.send('x'));
    expect(simulator.violations()).toEqual([expect.stringContaining('3 requests')]);
  });
});
