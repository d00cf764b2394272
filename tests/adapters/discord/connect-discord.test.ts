import { describe, expect, test } from 'vitest';
import { connectDiscord } from '#adapters/discord/connect-discord.ts';
import { TokenRefused } from '#channel/token-refused.ts';
import type { Reply } from '#command/command.ts';
import { idOf } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { Secret } from '#kernel/secret.ts';
import { aCard } from '../../delivery/owed.ts';
import { startDiscordSimulator } from '../../simulators/discord/discord-simulator.ts';
import { type Message, readAloud, shownBody } from '../../simulators/discord/message.ts';
import type { Seen } from '../../simulators/discord/people.ts';
import { aConnectedNewsroom } from './a-connected-newsroom.ts';
import { channelRef } from './a-newsroom.ts';

const ana = { user: 'Ana', channel: 'desk' };
const ben = { user: 'Ben', channel: 'desk' };
const cleo = { user: 'Cleo', channel: 'desk' };
const wordsOf = (told: Message): string => readAloud(shownBody(told));
const line = (text: string) => [{ kind: 'text', text } as const];

function message(seen: Seen) {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return seen;
}

describe('a command', () => {
  test('that changes something is answered to whoever typed it', async () => {
    const done: Reply = {
      kind: 'done',
      lines: [[{ kind: 'text', text: '#desk now watches “talks”.', style: 'strong' }]],
      actions: [{ label: 'Undo', command: 'watch remove talks' }],
    };
    await using newsroom = await aConnectedNewsroom({ receive: () => Promise.resolve(done) });
    const { discord, inbounds } = newsroom;
    const seen = message(await discord.people.slash('watch add', { topic: 'talks', anyway: true }, ben));
    expect(seen).toMatchObject({ text: '**#desk now watches “talks”.**\nUndo', isPrivate: true });

    const channel = channelRef(discord, 'desk');
    const user = [...discord.world.guilds.values()][0]?.members.find(({ user }) => user.name === 'Ben')?.user
      .id;
    expect(inbounds).toEqual([
      {
        id: `discord:${seen.interaction}`,
        workspace: {
          id: channel.workspace,
          platform: 'discord',
          name: 'Newsroom',
          languages: ['en'],
          zone: 'UTC',
        },
        channel,
        who: user,
        mayChange: true,
        groups: expect.any(Array),
        language: 'en',
        mayWrite: true,
        standing: expect.any(Function),
        longestCommand: 95,
        asked: { kind: 'command', path: ['watch', 'add'], options: { topic: 'talks', anyway: 'yes' } },
      },
    ]);
  });

  test('that looks something up is answered to whoever asked', async () => {
    await using newsroom = await aConnectedNewsroom();
    const seen = message(await newsroom.discord.people.slash('news latest', {}, cleo));
    expect(seen).toMatchObject({ text: 'answered', isPrivate: true });
    expect(newsroom.inbounds[0]).toMatchObject({
      mayChange: false,
      asked: { path: ['news', 'latest'], options: {} },
    });
  });

  test('of one word stands below /readout', async () => {
    await using newsroom = await aConnectedNewsroom();
    await newsroom.discord.people.slash('readout status', {}, cleo);
    expect(newsroom.inbounds[0]?.asked).toMatchObject({ path: ['status'] });
  });

  test('that changes is not shown to who may not manage the server', async () => {
    await using newsroom = await aConnectedNewsroom();
    await expect(newsroom.discord.people.slash('watch add', { topic: 'talks' }, cleo)).rejects.toThrow(
      'Cleo is not shown /watch',
    );
  });

  test('whose answer is for everybody is answered in the channel', async () => {
    const shown: Reply = { kind: 'answer', lines: [line('for all')], isPublic: true };
    await using newsroom = await aConnectedNewsroom({
      receive: () => Promise.resolve(shown),
      patienceMs: 50,
    });
    const { discord } = newsroom;
    await discord.people.slash('news latest', {}, cleo);
    await expect.poll(() => discord.readChannel('desk')).toBe('for all');
  });

  test('shows a story’s card as people know it, and every line with its markup escaped', async () => {
    const reply: Reply = { kind: 'answer', lines: [line('on **talks** @everyone')], cards: [aCard()] };
    await using newsroom = await aConnectedNewsroom({ receive: () => Promise.resolve(reply) });
    const seen = message(await newsroom.discord.people.slash('story show', { story: 'R-7K2Q' }, cleo));
    expect(seen.text).toContain(String.raw`on \*\*talks\*\* \@everyone`);
    expect(seen.text).toContain('### Ruritania and Syldavia hold talks');
    expect(seen.message.pings).toEqual([]);
  });

  test('that takes long shows within three seconds that an answer comes', async () => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    await using newsroom = await aConnectedNewsroom({ receive: () => promise, patienceMs: 50 });
    const seen = await newsroom.discord.people.slash('news latest', {}, ana);
    expect(seen.kind).toBe('still-thinking');
    resolve({ kind: 'answer', lines: [line('late, but here')] });
    const answers = () => [...newsroom.discord.world.messages.values()].map(wordsOf);
    await expect.poll(answers).toContain('late, but here');
  });

  test('that arrives twice is answered once', async () => {
    await using newsroom = await aConnectedNewsroom();
    newsroom.discord.faults.add({ kind: 'send-twice', on: 'INTERACTION_CREATE' });
    await newsroom.discord.people.slash('news latest', {}, ana);
    await newsroom.discord.people.slash('readout help', {}, ana);
    expect(newsroom.inbounds.map(({ asked }) => 'path' in asked && asked.path)).toEqual([
      ['news', 'latest'],
      ['help'],
    ]);
  });

  test('is carried out and answered where Discord’s answer to the announcement is lost', async () => {
    await using newsroom = await aConnectedNewsroom();
    const on = 'POST /interactions/:interaction/:token/callback';
    newsroom.discord.faults.add({ kind: 'drop-after', on });
    const seen = message(await newsroom.discord.people.slash('news latest', {}, ana));
    expect(seen.text).toBe('answered');
    expect(newsroom.logged.map(([event]) => event)).toContain('discord.answer_not_announced');
  });

  test('that another copy of the program answered keeps that answer', async () => {
    const first = Promise.withResolvers<Reply>();
    let asked = 0;
    await using newsroom = await aConnectedNewsroom({
      refusedRightly: 'already been acknowledged',
      receive: () => {
        asked += 1;
        return asked === 1 ? first.promise : Promise.resolve(undefined);
      },
    });
    const second = await newsroom.connect();
    const seeing = newsroom.discord.people.slash('news latest', {}, ana);
    await expect.poll(() => asked).toBe(2);
    first.resolve({ kind: 'answer', lines: [line('from the first')] });
    expect(message(await seeing).text).toBe('from the first');
    await second[Symbol.asyncDispose]();
  });

  test('typed while the connection was lost is answered when it is resumed', async () => {
    await using newsroom = await aConnectedNewsroom();
    newsroom.discord.gateway.terminate();
    const seen = message(await newsroom.discord.people.slash('news latest', {}, ana));
    expect(seen.text).toBe('answered');
    expect(newsroom.logged.map(([event]) => event)).toContain('discord.resumed');
  });

  test('that comes to nothing leaves no trace where another copy of it was answered', async () => {
    await using newsroom = await aConnectedNewsroom({
      receive: () => Promise.resolve(undefined),
      patienceMs: 50,
    });
    await newsroom.discord.people.slash('news latest', {}, ana);
    await expect.poll(() => newsroom.discord.messagesIn('desk')).toEqual([]);
  });
});

describe('a button', () => {
  const card = aCard();
  const key = idOf<'Delivery'>('card');

  test('Why? asks about its card, and only who pressed it is answered', async () => {
    await using newsroom = await aConnectedNewsroom();
    const { discord, platform } = newsroom;
    await platform.messenger.create(channelRef(discord, 'desk'), card, key);
    const posted = discord.messagesIn('desk')[0]?.id ?? '';
    const seen = message(await discord.people.press(posted, 'Why?', cleo));
    expect(seen).toMatchObject({ text: 'answered', isPrivate: true });
    expect(newsroom.inbounds[0]).toMatchObject({ mayChange: false, asked: { kind: 'why', card: key } });
  });

  test('does what its command says, with the right of who pressed it', async () => {
    const reply: Reply = {
      kind: 'answer',
      lines: [line('tested')],
      actions: [{ label: 'Watch that', command: 'watch add (Ruritania OR Syldavia) talks' }],
    };
    await using newsroom = await aConnectedNewsroom({ receive: () => Promise.resolve(reply) });
    const { discord, inbounds } = newsroom;
    for (const person of [cleo, ben]) {
      const seen = message(await discord.people.slash('news latest', {}, person));
      await discord.people.press(seen.message.id, 'Watch that', person);
    }
    expect(
      inbounds
        .filter(({ asked }) => asked.kind === 'words')
        .map(({ mayChange, asked }) => [mayChange, asked]),
    ).toEqual([
      [false, { kind: 'words', words: 'watch add (Ruritania OR Syldavia) talks' }],
      [true, { kind: 'words', words: 'watch add (Ruritania OR Syldavia) talks' }],
    ]);
  });

  test('that cannot hold its command stands as words to type', async () => {
    const command = `watch add ${'Ruritania '.repeat(12)}`.trim();
    const reply: Reply = { kind: 'answer', lines: [], actions: [{ label: 'Watch that', command }] };
    await using newsroom = await aConnectedNewsroom({ receive: () => Promise.resolve(reply) });
    const seen = message(await newsroom.discord.people.slash('news latest', {}, ana));
    expect(seen.text).toBe(`Watch that: \`/${command}\``);
  });
});

describe('what Discord offers', () => {
  test('is suggested while one types, and nothing that is too long', async () => {
    await using newsroom = await aConnectedNewsroom({
      suggest: () =>
        Promise.resolve([
          { value: 'Ruritania talks', label: 'Ruritania talks' },
          { value: 'x'.repeat(101), label: 'x' },
        ]),
    });
    const seen = await newsroom.discord.people.autocomplete('watch add', 'topic', 'Rur', ana);
    expect(seen).toEqual({
      kind: 'choices',
      choices: [{ name: 'Ruritania talks', value: 'Ruritania talks' }],
    });
  });

  test('is written once, and not again while it is the same', async () => {
    await using newsroom = await aConnectedNewsroom();
    const again = await newsroom.connect();
    await again[Symbol.asyncDispose]();
    const writes = newsroom.discord.served.filter(({ route }) => route.startsWith('PUT'));
    expect(writes).toHaveLength(1);
    const named = [...newsroom.discord.world.commands.values()].map(({ name }) => name);
    expect(named.toSorted()).toEqual([
      'Show this story',
      'Watch this',
      'feed',
      'news',
      'readout',
      'readout-admin',
      'story',
      'watch',
    ]);
  });

  test('is written again where Discord holds something else, and is asked for once a start', async () => {
    await using newsroom = await aConnectedNewsroom();
    const { commands: held } = newsroom.discord.world;
    const [watch] = [...held.values()].filter(({ name }) => name === 'watch');
    if (watch === undefined) throw new Error('no command is called watch');
    held.set(watch.id, { ...watch, name_localizations: {} });
    for (let start = 0; start < 2; start += 1) await (await newsroom.connect())[Symbol.asyncDispose]();
    const asked = newsroom.discord.served.filter(({ route }) => route.endsWith('/commands'));
    expect(asked.map(({ route }) => route.split(' ')[0])).toEqual(['GET', 'PUT', 'GET', 'PUT', 'GET']);
    expect([...held.values()].map(({ name_localizations: names }) => names?.['fr'])).toContain('veille');
  });

  test('may fail to be written without keeping cards back', async () => {
    await using discord = await startDiscordSimulator();
    discord.faults.add({
      kind: 'answer',
      status: 400,
      body: { code: 50_035, message: 'Invalid Form Body' },
      on: 'PUT /applications/:application/commands',
    });
    await using platform = await connectDiscord({
      token: new Secret(discord.token),
      apiUrl: discord.apiUrl,
      commands: [],
      receive: () => Promise.resolve(undefined),
      suggest: () => Promise.resolve([]),
      log: silentLog,
    });
    const outcome = await platform.messenger.create(channelRef(discord, 'desk'), aCard(), idOf('card'));
    expect(outcome.kind).toBe('sent');
  });
});

test('a connection that Discord ended for good is said to have a problem, one that is resumed is not', async () => {
  await using newsroom = await aConnectedNewsroom();
  const { discord, platform, logged } = newsroom;
  discord.gateway.terminate();
  await expect.poll(() => logged.map(([event]) => event)).toContain('discord.resumed');
  expect(platform.problem?.()).toBeUndefined();

  discord.gateway.close(4004);
  await expect.poll(() => platform.problem?.()).toBe('Discord ended the connection (4004)');
});

describe('a token', () => {
  test('that Discord refuses is told, without the token', async () => {
    await using discord = await startDiscordSimulator();
    const connecting = connectDiscord({
      token: new Secret('not.a.token'),
      apiUrl: discord.apiUrl,
      commands: [],
      receive: () => Promise.resolve(undefined),
      suggest: () => Promise.resolve([]),
      log: silentLog,
    });
    const fault = await connecting.catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(TokenRefused);
    expect(String(fault)).toContain('Discord could not be connected');
    expect(String(fault)).toContain('Bot → Reset Token, into DISCORD_TOKEN.');
    expect(String(fault)).not.toContain('not.a.token');
  });

  test('that is none is told so, and nobody is asked', async () => {
    await using discord = await startDiscordSimulator();
    const connecting = connectDiscord({
      token: new Secret('Bot a.b.c'),
      apiUrl: discord.apiUrl,
      commands: [],
      receive: () => Promise.resolve(undefined),
      suggest: () => Promise.resolve([]),
      log: silentLog,
    });
    await expect(connecting).rejects.toBeInstanceOf(TokenRefused);
    expect(discord.served).toEqual([]);
  });

  test('that Discord takes back between two connections is refused when the next is made', async () => {
    await using newsroom = await aConnectedNewsroom({ refusedRightly: '401' });
    const { discord, platform, connect } = newsroom;
    discord.gateway.close(4004);
    await expect.poll(() => platform.problem?.()).toContain('4004');
    const body = { code: 0, message: '401: Unauthorized' };
    discord.faults.add({ kind: 'answer', status: 401, body, on: 'GET /gateway/bot' });
    await expect(connect()).rejects.toBeInstanceOf(TokenRefused);
  });

  test('never stands in what is logged, nor do the tokens of interactions', async () => {
    await using newsroom = await aConnectedNewsroom({ patienceMs: 50 });
    const { discord, logged } = newsroom;
    discord.faults.add({
      kind: 'answer',
      status: 403,
      body: { code: 50_001, message: 'Missing Access' },
      on: 'PATCH /webhooks/:application/:token/messages/:message',
    });
    await discord.people.slash('news latest', {}, ana);
    await expect.poll(() => logged.some(([event]) => event === 'discord.interaction_failed')).toBe(true);
    expect(JSON.stringify(logged)).not.toContain(discord.token);
    expect(JSON.stringify(logged)).not.toContain('interaction-token');
  });
});
