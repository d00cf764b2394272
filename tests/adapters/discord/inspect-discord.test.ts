import { expect, test } from 'vitest';
import { inspectDiscord } from '#adapters/discord/inspect-discord.ts';
import { Secret } from '#kernel/secret.ts';
import { startDiscordSimulator } from '../../simulators/discord/discord-simulator.ts';
import { channelRef } from './a-newsroom.ts';

test('says that all is well, channel by channel', async () => {
  await using discord = await startDiscordSimulator();
  const { token, apiUrl } = discord;
  const channels = [channelRef(discord, 'desk'), channelRef(discord, 'night')];
  const findings = await inspectDiscord({ token: new Secret(token), apiUrl, channels });
  expect(findings.map(({ message }) => message).slice(1)).toEqual([
    'The bot may post in #desk.',
    'The bot may post in #night.',
  ]);
  expect(findings[0]?.message).toContain(`is that of ${discord.world.bot.name}`);
  expect(findings.every(({ remedy }) => remedy === undefined)).toBe(true);
  expect(discord.violations()).toEqual([]);
});

test('names each right that is missing in a channel, and who can give it', async () => {
  await using discord = await startDiscordSimulator();
  const { token, apiUrl, world } = discord;
  discord.denyBot('desk', ['SEND_MESSAGES', 'READ_MESSAGE_HISTORY']);
  const channels = [channelRef(discord, 'desk')];
  const [, finding] = await inspectDiscord({ token: new Secret(token), apiUrl, channels });
  expect(finding).toEqual({
    message: 'The bot lacks Send Messages, Read Message History in #desk.',
    remedy: `Whoever manages #desk can allow it: Edit Channel → Permissions → ${world.bot.name}.`,
  });
});

test('asks in a thread for the right that counts there', async () => {
  await using discord = await startDiscordSimulator();
  const { token, apiUrl, world } = discord;
  const desk = discord.channel('desk');
  const thread = { ...desk, id: world.newId(), name: 'talks', kind: 'thread', parent: desk.id } as const;
  world.channels.set(thread.id, thread);
  const channels = [channelRef(discord, 'desk'), channelRef(discord, 'talks')];
  const told = async () => {
    const findings = await inspectDiscord({ token: new Secret(token), apiUrl, channels });
    return findings.slice(1).map(({ message }) => message);
  };
  discord.denyBot('desk', ['SEND_MESSAGES_IN_THREADS']);
  expect(await told()).toEqual([
    'The bot may post in #desk.',
    'The bot lacks Send Messages in Threads in #talks.',
  ]);
  discord.denyBot('desk', ['SEND_MESSAGES']);
  expect(await told()).toEqual(['The bot lacks Send Messages in #desk.', 'The bot may post in #talks.']);
});

test('asks in a forum for the rights that count there, by the names they have there', async () => {
  const channels = [{ name: 'stories', kind: 'forum' }] as const;
  const world = { guilds: [{ name: 'Newsroom', channels, members: [{ name: 'Ana' }] }] };
  await using discord = await startDiscordSimulator({ world });
  const { token, apiUrl } = discord;
  const stories = [channelRef(discord, 'stories')];
  discord.denyBot('stories', ['SEND_MESSAGES', 'SEND_MESSAGES_IN_THREADS']);
  const [, finding] = await inspectDiscord({ token: new Secret(token), apiUrl, channels: stories });
  expect(finding?.message).toBe('The bot lacks Create Posts, Send Messages in Posts in #stories.');
});

test('says of a forum that demands a tag whether there is one that the bot may set', async () => {
  const demanding = { kind: 'forum', needsTag: true } as const;
  const channels = [
    { ...demanding, name: 'open', tags: [{ name: 'News' }] },
    { ...demanding, name: 'closed', tags: [{ name: 'Pinned', isModerated: true }] },
  ] as const;
  const world = { guilds: [{ name: 'Newsroom', channels, members: [{ name: 'Ana' }] }] };
  await using discord = await startDiscordSimulator({ world });
  const { token, apiUrl } = discord;
  const forums = [channelRef(discord, 'open'), channelRef(discord, 'closed')];
  const findings = await inspectDiscord({ token: new Secret(token), apiUrl, channels: forums });
  expect(findings.slice(1).map(({ message }) => message)).toEqual([
    'The bot may post in #open.',
    '#closed asks for a tag with each post, and has none that the bot may set.',
  ]);
  expect(findings[2]?.remedy).toContain('Edit Channel → Tags');
});

test('says how to begin where no channel has asked for anything', async () => {
  await using discord = await startDiscordSimulator();
  const { token, apiUrl, world } = discord;
  const [, finding] = await inspectDiscord({ token: new Secret(token), apiUrl, channels: [] });
  expect(finding?.remedy).toContain(
    `client_id=${world.bot.id}&scope=bot+applications.commands&permissions=309237713920`,
  );
});

test('says of a channel that is gone or hidden what became of it', async () => {
  await using discord = await startDiscordSimulator();
  const { token, apiUrl } = discord;
  const channels = [channelRef(discord, 'desk'), channelRef(discord, 'night')];
  discord.deleteChannel('desk');
  discord.denyBot('night', ['VIEW_CHANNEL']);
  const findings = await inspectDiscord({ token: new Secret(token), apiUrl, channels });
  expect(findings.slice(1).map(({ message }) => message)).toEqual([
    '#desk is there no more.',
    'The bot does not see #night.',
  ]);
});

test('says how to mend a token that Discord refuses, without the token', async () => {
  await using discord = await startDiscordSimulator();
  const findings = await inspectDiscord({
    token: new Secret('not.a.token'),
    apiUrl: discord.apiUrl,
    channels: [channelRef(discord, 'desk')],
  });
  expect(findings).toEqual([
    {
      message: 'Discord does not accept the token.',
      remedy:
        'Copy a new one: discord.com/developers/applications → your application → Bot → Reset Token, into DISCORD_TOKEN.',
    },
  ]);
});

test.each(['two\nlines', 'Bot a.b.c', '“a.b.c”'])(
  'says of what cannot be a token that it is none, and asks nobody: %j',
  async (written) => {
    await using discord = await startDiscordSimulator();
    const { apiUrl } = discord;
    const findings = await inspectDiscord({ token: new Secret(written), apiUrl, channels: [] });
    expect(findings).toEqual([
      {
        message: 'What stands where the Discord token should is not a token.',
        remedy: 'Put the token alone there, on one line, without spaces, quotation marks or the word Bot.',
      },
    ]);
    expect(discord.served).toEqual([]);
  },
);
