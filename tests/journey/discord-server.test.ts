import { expect, test } from 'vitest';
import { type DiscordSimulator, startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Seen } from '../simulators/discord/people.ts';
import type { WorldSeed } from '../simulators/discord/world.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const SOON = { timeout: 15_000 };
const ana = { user: 'Ana', channel: 'desk' };

const serverOf = (locale: string): WorldSeed => ({
  guilds: [
    {
      name: 'Newsroom',
      locale,
      greetsIn: 'lobby',
      channels: [{ name: 'desk' }, { name: 'lobby' }],
      members: [{ name: 'Ana', locale }],
    },
  ],
});

const tokensOf = ({ token, apiUrl }: DiscordSimulator) => ({
  DISCORD_TOKEN: token,
  READOUT_DISCORD_API: apiUrl,
});

const told = (seen: Seen): string => (seen.kind === 'message' ? seen.text : seen.kind);

async function watchAndReport(discord: DiscordSimulator, room: Newsroom): Promise<void> {
  await room.round();
  await discord.people.slash('watch add', { topic: TOPIC }, ana);
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
}

test.each([
  ['en-US', 'Hello, I am Readout'],
  ['fr', 'Bonjour, ici Readout'],
])('a server is greeted once, where Discord greets, in its language: %s', async (locale, words) => {
  await using discord = await startDiscordSimulator({ world: serverOf(locale) });
  await using room = await aNewsroom(tokensOf(discord));
  await room.wait(1);
  await room.restart();
  await room.wait(1);
  expect(discord.readChannel('lobby').split(words)).toHaveLength(2);
  expect(discord.messagesIn('desk')).toEqual([]);
});

test('T05 who puts the bot out and lets it in again finds the watches, and gets what happened meanwhile', async () => {
  await using discord = await startDiscordSimulator({ world: serverOf('en-US') });
  await using room = await aNewsroom(tokensOf(discord));
  await watchAndReport(discord, room);
  discord.removeBot('Newsroom');
  await room.round();
  expect(discord.messagesIn('desk')).toEqual([]);

  discord.readmitBot('Newsroom');
  await expect.poll(() => room.logged, SOON).toContain('workspace.returned');
  await room.wait(10);
  expect(discord.readChannel('desk')).toContain(`### ${CALL}`);
  expect(discord.readChannel('lobby').split('I am back')).toHaveLength(2);
  expect(told(await discord.people.slash('watch list', {}, ana))).toContain('#desk watches 1 topic');
});

test('T05 in a server that was left, a paused watch is still paused, and is resumed', async () => {
  await using discord = await startDiscordSimulator({ world: serverOf('en-US') });
  await using room = await aNewsroom(tokensOf(discord));
  await watchAndReport(discord, room);
  await discord.people.slash('watch pause', { topic: TOPIC }, ana);
  discord.removeBot('Newsroom');
  discord.readmitBot('Newsroom');
  await expect.poll(() => room.logged, SOON).toContain('workspace.returned');
  await room.round();
  expect(discord.messagesIn('desk')).toEqual([]);
  expect(told(await discord.people.slash('watch list', {}, ana))).toContain('Paused: 1');
  expect(told(await discord.people.slash('watch resume', { topic: TOPIC }, ana))).toContain(
    'is watched again',
  );
});

test('a token that Discord takes back while cards are sent loses none: with a good one they follow', async () => {
  await using discord = await startDiscordSimulator({ world: serverOf('en-US') });
  await using room = await aNewsroom(tokensOf(discord));
  await watchAndReport(discord, room);
  discord.faults.add({ kind: 'answer', status: 401, body: { code: 0, message: '401: Unauthorized' } });
  await room.round();
  expect(discord.messagesIn('desk')).toEqual([]);
  const asked = discord.served.length;
  await room.wait(5);
  expect(discord.served.length - asked).toBe(0);

  await room.restart();
  await room.wait(60);
  expect(discord.readChannel('desk').split(`### ${CALL}`)).toHaveLength(2);
});

test('the role that a watch mentions is called once with the card, and everyone never', async () => {
  const [guild] = serverOf('en-US').guilds;
  if (guild === undefined) throw new Error('no server to begin with');
  const roles = [{ name: 'Desk', isMentionable: true }];
  await using discord = await startDiscordSimulator({ world: { guilds: [{ ...guild, roles }] } });
  await using room = await aNewsroom(tokensOf(discord));
  await room.round();
  await discord.people.slash('watch add', { topic: TOPIC }, ana);
  const mentioning = (mention: string) =>
    discord.people.slash('watch edit', { topic: TOPIC, mention }, ana).then(told);
  await mentioning('Desk');
  expect(await mentioning('@everyone')).toContain('**Not changed.**');

  room.stand.publish('courier', 'c1', `@everyone ${CALL}`, `${CALL} on Tuesday, @here, for an hour.`);
  await room.round();
  const desk = [...discord.world.guilds.values()][0]?.roles.find(({ name }) => name === 'Desk')?.id;
  expect(discord.messagesIn('desk').map(({ pings }) => pings)).toEqual([[desk]]);
});

test('T16 an expression that would take for ever elsewhere is words like any others', async () => {
  await using discord = await startDiscordSimulator({ world: serverOf('en-US') });
  await using room = await aNewsroom(tokensOf(discord));
  await room.round();
  const topic = `(a+)+$ ${'a'.repeat(60)}!`;
  expect(told(await discord.people.slash('watch test', { topic }, ana))).not.toBe('no-response');
  expect(discord.violations()).toEqual([]);
});

test('T17 a server that watches as much as a channel may is told so, and the rest goes on', async () => {
  await using discord = await startDiscordSimulator({ world: serverOf('en-US') });
  await using room = await aNewsroom(tokensOf(discord));
  await room.round();
  const watches = Array.from({ length: 60 }, (_, index) => `Freedonia bridge${index}`).join(';');
  const seen = told(await discord.people.slash('readout-admin import', { watches }, ana));
  expect(seen).toContain('Over the limit: 10');
  expect(told(await discord.people.slash('watch add', { topic: TOPIC }, ana))).toContain('50');
  expect(told(await discord.people.slash('watch list', {}, ana))).toContain('#desk watches 50 topics');
});
