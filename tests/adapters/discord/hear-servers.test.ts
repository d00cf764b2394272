import { expect, test } from 'vitest';
import { idOf } from '#kernel/id.ts';
import type { GuildSeed } from '../../simulators/discord/world.ts';
import { aConnectedNewsroom } from './a-connected-newsroom.ts';
import { channelRef } from './a-newsroom.ts';

const EMBASSY: GuildSeed = {
  name: 'Embassy',
  locale: 'fr',
  greetsIn: 'accueil',
  channels: [{ name: 'presse' }, { name: 'accueil' }],
  members: [{ name: 'Dora' }],
};

test('a server that the bot is in already is told when it connects', async () => {
  await using newsroom = await aConnectedNewsroom();
  const { guild } = newsroom.discord.channel('desk');
  const workspace = {
    id: idOf('workspace', 'discord', guild),
    platform: 'discord',
    name: 'Newsroom',
    languages: ['en'],
    zone: 'UTC',
  };
  expect(newsroom.arrivals).toEqual([{ workspace }]);
});

test('a server that lets the bot in is told with the channel in which Discord greets', async () => {
  await using newsroom = await aConnectedNewsroom();
  const { discord, arrivals } = newsroom;
  discord.inviteBot(EMBASSY);
  await expect.poll(() => arrivals.at(-1)?.workspace.name).toBe('Embassy');
  expect(arrivals.at(-1)).toMatchObject({
    workspace: { languages: ['fr', 'en'] },
    channel: channelRef(discord, 'accueil'),
  });
});

test('a server is told when it puts the bot out and when it lets it in again, and not for an outage', async () => {
  await using newsroom = await aConnectedNewsroom();
  const { discord, arrivals, left, platform } = newsroom;
  discord.setGuildAvailable('Newsroom', false);
  discord.setGuildAvailable('Newsroom', true);
  discord.removeBot('Newsroom');
  await expect.poll(() => platform.workspaces?.().size).toBe(0);
  expect(left).toEqual([arrivals[0]?.workspace.id]);
  discord.readmitBot('Newsroom');
  await expect.poll(() => arrivals.length).toBe(2);
});

test('no greeting goes where the bot may not post', async () => {
  await using newsroom = await aConnectedNewsroom({ world: { guilds: [EMBASSY] } });
  const { discord } = newsroom;
  expect(newsroom.arrivals[0]?.channel?.name).toBe('#accueil');
  discord.denyBot('accueil', ['SEND_MESSAGES']);
  const again = await newsroom.connect();
  await again[Symbol.asyncDispose]();
  expect(newsroom.arrivals.at(-1)).not.toHaveProperty('channel');
});
