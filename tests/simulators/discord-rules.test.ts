import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as spec from 'discord-api-spec/zod';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type DiscordSimulator, startDiscordSimulator } from './discord/discord-simulator.ts';
import { RateLimits } from './discord/rate-limits.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (more: object) => ({
  type: 1,
  components: [{ type: 2, style: 2, label: 'Why?', custom_id: 'why', ...more }],
});
const v2 = (...components: readonly object[]) => ({ flags: V2, components });

const stops: (() => PromiseLike<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function simulate(): Promise<DiscordSimulator> {
  const simulator = await startDiscordSimulator();
  stops.push(() => simulator[Symbol.asyncDispose]());
  return simulator;
}

/** One request as a bot without any library would make it. */
const ask = (simulator: DiscordSimulator, method: string, path: string, body?: unknown) =>
  fetch(`${simulator.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${simulator.token}`, 'user-agent': 'DiscordBot (test, 1)' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

const messagesPath = (simulator: DiscordSimulator) => `/channels/${simulator.channel('desk').id}/messages`;

async function create(simulator: DiscordSimulator, body: unknown): Promise<string> {
  const answer = (await (await ask(simulator, 'POST', messagesPath(simulator), body)).json()) as {
    readonly id: string;
  };
  return answer.id;
}

describe('a message that Discord would take', () => {
  test.each([
    ['plain words', { content: 'x'.repeat(2000) }],
    ['a button', { content: 'x', components: [button({})] }],
    [
      'a link',
      { content: 'x', components: [button({ style: 5, url: 'https://a.example/', custom_id: undefined })] },
    ],
    [
      'a container of texts',
      v2({ type: 17, accent_color: 255, components: [text('a'), { type: 14 }, text('b')] }),
    ],
    [
      'a section with a button',
      v2({ type: 9, components: [text('a')], accessory: button({}).components[0] }),
    ],
    ['forty components', v2(...Array.from({ length: 40 }, () => text('x'.repeat(100))))],
    ['a nonce', { content: 'x', nonce: 'x'.repeat(25), enforce_nonce: true }],
    ['a call to one role', { content: 'x', allowed_mentions: { parse: ['users'], roles: ['1'] } }],
    ['an embed', { embeds: [{ title: 'x'.repeat(256), description: 'x'.repeat(4096) }] }],
  ])('has %s', async (_, body) => {
    const simulator = await simulate();
    const answer = await ask(simulator, 'POST', messagesPath(simulator), body);
    expect(simulator.violations()).toEqual([]);
    expect(answer.status).toBe(200);
  });
});

describe('a message that Discord refuses, and that is a violation,', () => {
  test.each([
    ['says nothing', { content: '' }, 'empty message'],
    ['says only spaces', { content: ' \n ' }, 'must not be blank'],
    ['holds a blank text', v2(text(' ')), 'must not be blank'],
    [
      'has half a character on a button',
      { content: 'x', components: [button({ label: '\ud83d' })] },
      'half a character',
    ],
    ['has too many words', { content: 'x'.repeat(2001) }, '2001 characters'],
    ['has a nonce of 26', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
    ['has a flag that bots cannot set', { content: 'x', flags: 64 }, 'cannot be set here'],
    [
      'parses and lists roles',
      { content: 'x', allowed_mentions: { parse: ['roles'], roles: ['1'] } },
      'exclusive',
    ],
    ['has content beside V2', { ...v2(text('a')), content: 'x' }, 'IS_COMPONENTS_V2'],
    ['has embeds beside V2', { ...v2(text('a')), embeds: [{ title: 'x' }] }, 'IS_COMPONENTS_V2'],
    ['has V2 parts without the flag', { components: [text('a')] }, 'only action rows'],
    [
      'has 41 components, nested ones counted',
      v2({ type: 17, components: Array.from({ length: 40 }, () => text('a')) }),
      '41 components',
    ],
    ['has 4001 characters in texts', v2(text('x'.repeat(2000)), text('x'.repeat(2001))), '4001 characters'],
    ['repeats a custom_id', { content: 'x', components: [button({}), button({})] }, 'stands twice'],
    ['repeats a component id', v2({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }), 'id 7 stands twice'],
    ['has a label of 81', { content: 'x', components: [button({ label: 'x'.repeat(81) })] }, 'components'],
    [
      'has a custom_id of 101',
      { content: 'x', components: [button({ custom_id: 'x'.repeat(101) })] },
      'components',
    ],
    [
      'has a button without custom_id',
      { content: 'x', components: [button({ custom_id: undefined })] },
      'needs a custom_id',
    ],
    [
      'has a button without words',
      { content: 'x', components: [button({ label: undefined })] },
      'label or an emoji',
    ],
    [
      'has a link with a custom_id',
      { content: 'x', components: [button({ style: 5, url: 'https://a.example/' })] },
      'no custom_id',
    ],
    [
      'has a link without url',
      { content: 'x', components: [button({ style: 5, custom_id: undefined })] },
      'needs a url',
    ],
    [
      'has a link of another scheme',
      { content: 'x', components: [button({ style: 5, custom_id: undefined, url: 'ftp://a.example/' })] },
      'scheme',
    ],
    [
      'has six buttons in a row',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: Array.from({ length: 6 }, (_, id) => ({
              type: 2,
              style: 2,
              label: 'a',
              custom_id: `${id}`,
            })),
          },
        ],
      },
      'components',
    ],
    [
      'has six rows',
      { content: 'x', components: Array.from({ length: 6 }, (_, id) => button({ custom_id: `${id}` })) },
      '6 action rows',
    ],
    ['has an embed title of 257', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds'],
    [
      'has embeds of 6001 in all',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      '6001 characters',
    ],
    [
      'answers a message that is not there',
      { content: 'x', message_reference: { message_id: '1' } },
      'Unknown message',
    ],
  ])('%s', async (_, body, reason) => {
    const simulator = await simulate();
    const answer = await ask(simulator, 'POST', messagesPath(simulator), body);
    expect(answer.status).toBe(400);
    expect(simulator.violations()).toEqual([expect.stringContaining(reason)]);
    expect(simulator.messagesIn('desk')).toEqual([]);
  });

  test('but a field that Discord does not know is only ignored', async () => {
    const simulator = await simulate();
    const answer = await ask(simulator, 'POST', messagesPath(simulator), {
      content: 'x',
      enforceNonce: true,
    });
    expect(answer.status).toBe(200);
    expect(simulator.violations()).toEqual([expect.stringContaining('enforceNonce')]);
  });
});

describe('an edit', () => {
  const edit = async (simulator: DiscordSimulator, message: string, body: unknown) =>
    (await ask(simulator, 'PATCH', `${messagesPath(simulator)}/${message}`, body)).status;

  test('sets the V2 flag once its words are cleared, and never takes it back', async () => {
    const simulator = await simulate();
    const message = await create(simulator, { content: 'x' });
    expect(await edit(simulator, message, v2(text('card')))).toBe(400);
    expect(simulator.violations()).toEqual([expect.stringContaining('must be cleared')]);
    expect(await edit(simulator, message, { ...v2(text('card')), content: null })).toBe(200);
    expect(await edit(simulator, message, { components: [text('newer')] })).toBe(200);
    expect(await edit(simulator, message, { flags: 0, content: 'x', components: [] })).toBe(400);
    expect(simulator.violations()[1]).toContain('cannot be taken back');
    expect(simulator.readChannel('desk')).toBe('newer');
  });

  test('keeps what it does not name', async () => {
    const simulator = await simulate();
    const message = await create(simulator, { content: 'words', components: [button({})] });
    expect(await edit(simulator, message, { content: 'newer' })).toBe(200);
    expect(simulator.readChannel('desk')).toBe('newer\nWhy?');
  });

  test('of somebody else’s message is refused', async () => {
    const simulator = await simulate();
    const { id } = simulator.people.say('mine', { user: 'Ana', channel: 'desk' });
    expect(await edit(simulator, id, { content: 'x' })).toBe(403);
  });
});

const command = (more: object) => ({ name: 'watch', description: 'Watches', type: 1, ...more });
const option = (more: object) => ({ type: 3, name: 'topic', description: 'What', ...more });

describe('a list of commands', () => {
  const put = async (simulator: DiscordSimulator, ...commands: readonly object[]) =>
    (await ask(simulator, 'PUT', `/applications/${simulator.world.bot.id}/commands`, commands)).status;

  test('replaces the one before and keeps the ids of what stays', async () => {
    const simulator = await simulate();
    expect(
      await put(simulator, command({ default_member_permissions: '32' }), command({ name: 'news' })),
    ).toBe(200);
    const [id] = [...simulator.world.commands.keys()];
    expect(await put(simulator, command({ name_localizations: { fr: 'veille' } }))).toBe(200);
    expect([...simulator.world.commands.keys()]).toEqual([id]);
    expect(simulator.violations()).toEqual([]);
  });

  test.each([
    ['has a name with a capital', [command({ name: 'Watch' })], 'no name for a command'],
    ['has a name with a space', [command({ name: 'watch add' })], 'no name for a command'],
    ['has a name twice', [command({}), command({})], 'stands twice'],
    ['has a description of 101', [command({ description: 'x'.repeat(101) })], 'description'],
    ['has an unknown locale', [command({ name_localizations: { 'fr-FR': 'veille' } })], 'no locale'],
    [
      'has permissions that are no digits',
      [command({ default_member_permissions: 'ManageGuild' })],
      'default_member_permissions',
    ],
    ['has permissions as a number', [command({ default_member_permissions: 32 })], 'a string of digits'],
    [
      'asks for an option after an optional one',
      [command({ options: [option({}), option({ name: 'b', required: true })] })],
      'required options come first',
    ],
    [
      'has choices and completes',
      [command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
      'exclude each other',
    ],
    [
      'mixes options and sub-commands',
      [command({ options: [option({}), { type: 1, name: 'add', description: 'x' }] })],
      'do not mix',
    ],
    [
      'has 26 options',
      [command({ options: Array.from({ length: 26 }, (_, id) => option({ name: `o${id}` })) })],
      'options',
    ],
    [
      'is too long in all',
      [
        command({
          options: Array.from({ length: 25 }, (_, id) =>
            option({
              name: `o${id}`,
              choices: Array.from({ length: 4 }, (_, n) => ({
                name: `${n}`,
                value: `${n}${'x'.repeat(90)}`,
              })),
            }),
          ),
        }),
      ],
      '8000 at most',
    ],
  ])('that %s is refused, and a violation', async (_, commands, reason) => {
    const simulator = await simulate();
    expect(await put(simulator, ...commands)).toBe(400);
    expect(simulator.violations()).toEqual([expect.stringContaining(reason)]);
  });
});

describe('a request', () => {
  test('to a route that does not exist is a violation', async () => {
    const simulator = await simulate();
    expect((await ask(simulator, 'GET', '/channels/1/pins')).status).toBe(404);
    expect(simulator.violations()).toEqual(['GET /api/v10/channels/1/pins: no such route']);
  });

  test('without a bot’s User-Agent is a violation', async () => {
    const simulator = await simulate();
    await fetch(`${simulator.apiUrl}/v10/users/@me`);
    expect(simulator.violations()).toEqual([expect.stringContaining('User-Agent')]);
  });

  test('beyond fifty in a second meets the global limit, where it bears the bot’s token', () => {
    let nowMs = 0;
    const limits = new RateLimits({ 'GET /users/@me': { limit: 1000, windowMs: 1_000 } }, () => nowMs);
    const take = (isGlobal: boolean) => limits.take('GET /users/@me', '', isGlobal);
    for (let time = 0; time < 50; time += 1) expect(take(true).kind).toBe('passed');
    expect(take(true)).toMatchObject({ answer: { status: 429, headers: { 'x-ratelimit-scope': 'global' } } });
    expect(take(false).kind).toBe('passed');
    nowMs = 1_000;
    expect(take(true).kind).toBe('passed');
  });

  test.each([
    ['/gateway/bot', spec.GatewayBotResponseSchema],
    ['/channels/CHANNEL', spec.GuildChannelResponseSchema],
    ['/guilds/GUILD/members/BOT', spec.GuildMemberResponseSchema],
    ['/channels/CHANNEL/messages/MESSAGE', spec.MessageResponseSchema],
    ['/channels/CHANNEL/messages/CARD', spec.MessageResponseSchema],
    [
      '/applications/BOT/commands',
      {
        safeParse: (all: unknown) =>
          spec.ApplicationCommandResponseSchema.safeParse((all as readonly unknown[])[0]),
      },
    ],
    [
      '/guilds/GUILD/roles',
      { safeParse: (all: unknown) => spec.GuildRoleResponseSchema.safeParse((all as readonly unknown[])[1]) },
    ],
  ])('for %s is answered as Discord’s own schema says', async (path, schema) => {
    const simulator = await simulate();
    const plain = await create(simulator, { content: 'x', components: [button({})] });
    const card = await create(simulator, {
      ...v2({ type: 17, components: [text('a')] }),
      message_reference: { message_id: plain },
    });
    const { id, guild } = simulator.channel('desk');
    const bot = simulator.world.bot.id;
    await ask(simulator, 'PUT', `/applications/${bot}/commands`, [{ name: 'look', description: 'Looks' }]);
    const real = path
      .replace('CHANNEL', id)
      .replace('GUILD', guild)
      .replace('BOT', bot)
      .replace('MESSAGE', plain)
      .replace('CARD', card);
    const result = schema.safeParse(await (await ask(simulator, 'GET', real)).json());
    expect(result.error?.issues ?? []).toEqual([]);
  });
});

describe('a gateway client', () => {
  /** A client without any library: what it is told, and with which code it is sent away. */
  async function connect(simulator: DiscordSimulator) {
    const socket = new WebSocket(`ws://127.0.0.1:${simulator.port}`);
    stops.push(async () => socket.terminate());
    const closed = once(socket, 'close').then(([code]) => code as number);
    await once(socket, 'message');
    return { closed, say: (packet: unknown) => socket.send(JSON.stringify(packet)) };
  }

  test.each([
    ['speaks before it identifies', [{ op: 3, d: {} }], 4003],
    ['has a wrong token', [{ op: 2, d: { token: 'x', intents: 1 } }], 4004],
    ['sends what is no object', ['x'], 4002],
    ['sends an opcode that does not exist', [{ op: 99 }], 4001],
  ])('that %s is sent away', async (_, packets, code) => {
    const { closed, say } = await connect(await simulate());
    for (const packet of packets) say(packet);
    expect(await closed).toBe(code);
  });

  test('that identifies twice is sent away', async () => {
    const simulator = await simulate();
    const { closed, say } = await connect(simulator);
    for (let time = 0; time < 2; time += 1) say({ op: 2, d: { token: simulator.token, intents: 1 } });
    expect(await closed).toBe(4005);
  });

  test('that is silent for two heartbeats is sent away', async () => {
    const simulator = await startDiscordSimulator({ heartbeatMs: 20 });
    stops.push(() => simulator[Symbol.asyncDispose]());
    expect(await (await connect(simulator)).closed).toBe(4009);
  });
});

describe('the simulator as a process', () => {
  async function startProcess(): Promise<{ readonly child: ChildProcess; readonly announced: Announced }> {
    const child = spawn(process.execPath, ['tests/simulators/discord/main.ts'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    stops.push(async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { child, announced: JSON.parse(line) as Announced };
  }
  type Announced = {
    readonly port: number;
    readonly apiUrl: string;
    readonly token: string;
    readonly channels: readonly { readonly id: string; readonly name: string }[];
  };

  test('keeps its book, obeys orders, and ends with the one who started it', async () => {
    const { child, announced } = await startProcess();
    const { port, apiUrl, token, channels } = announced;
    const url = `${apiUrl}/v10/channels/${channels[0]?.id}/messages`;
    const post = () =>
      fetch(url, {
        method: 'POST',
        headers: { authorization: `Bot ${token}`, 'user-agent': 'DiscordBot (test, 1)' },
        body: JSON.stringify({ content: 'card' }),
      });
    const order = (body: object) =>
      fetch(`http://127.0.0.1:${port}/-/`, { method: 'POST', body: JSON.stringify(body) });
    await order({ do: 'move-clock', now: '2025-07-01T17:41:00Z' });
    await post();
    await order({ do: 'fault', fault: { kind: 'drop-after' } });
    await expect(post()).rejects.toThrow();
    expect((await order({ do: 'move-clock', now: 'soon' })).status).toBe(400);

    const state = (await (await fetch(`http://127.0.0.1:${port}/-/state`)).json()) as {
      readonly channels: readonly unknown[];
    };
    expect(state).toMatchObject({ violations: [], faultsToCome: 0, connections: 0 });
    expect(state.channels[0]).toMatchObject({
      name: 'desk',
      messages: [
        { text: 'card', isDeleted: false, at: expect.stringMatching(/^2025-07-01T17:41/) },
        { text: 'card' },
      ],
    });
    child.stdin?.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
