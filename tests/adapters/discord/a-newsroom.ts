import { openRest } from '#adapters/discord/open-rest.ts';
import { messengerByChannel } from '#adapters/discord/sending/messenger-by-channel.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import { idOf } from '#kernel/id.ts';
import { Secret } from '#kernel/secret.ts';
import {
  type DiscordSimulator,
  type DiscordSimulatorOptions,
  startDiscordSimulator,
} from '../../simulators/discord/discord-simulator.ts';
import type { WorldSeed } from '../../simulators/discord/world.ts';

/** A messenger with a Discord to itself. Whatever it sends that Discord would not take fails the test when it ends. */
export async function aNewsroom(options: DiscordSimulatorOptions = {}) {
  const discord = await startDiscordSimulator(options);
  const open = (): Messenger => {
    const { apiUrl, world } = discord;
    const rest = openRest({ token: new Secret(discord.token), apiUrl });
    return messengerByChannel(rest, world.bot, (address) => {
      const told = world.channels.get(address);
      if (told === undefined) return undefined;
      const { guild: server, needsTag: isRequired = false, tags = [] } = told;
      const tagging = {
        isRequired,
        tags: tags.map(({ isModerated, ...tag }) => ({ ...tag, moderated: isModerated })),
        mayModerate: false,
      };
      return { server, isForum: told.kind === 'forum', tagging };
    });
  };
  return {
    discord,
    messenger: open(),
    channel: channelRef(discord, 'desk'),
    seen: () => Promise.resolve(discord.readChannel('desk')),
    restarted: () => Promise.resolve(open()),
    async [Symbol.asyncDispose]() {
      await discord[Symbol.asyncDispose]();
      if (discord.violations().length > 0) throw new Error(discord.violations().join('\n'));
    },
  };
}

/** The same, whose channel is a forum: people read its posts from top to bottom. */
export async function aForum(options: DiscordSimulatorOptions = {}) {
  const newsroom = await aNewsroom({ world: A_FORUM, ...options });
  const { discord } = newsroom;
  const forum = discord.channel('stories').id;
  return {
    ...newsroom,
    channel: channelRef(discord, 'stories'),
    posts: () => [...discord.world.channels.values()].filter(({ parent }) => parent === forum),
    seen() {
      const posts = this.posts().map(({ name }) => discord.readChannel(name));
      return Promise.resolve(posts.join('\n'));
    },
  };
}

const A_FORUM: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [
        { name: 'desk' },
        { name: 'stories', kind: 'forum' },
        { name: 'untaggable', kind: 'forum', needsTag: true, tags: [{ name: 'Pinned', isModerated: true }] },
        {
          name: 'tagged',
          kind: 'forum',
          needsTag: true,
          tags: [{ name: 'Pinned', isModerated: true }, { name: 'Questions' }, { name: 'News' }],
        },
        { name: 'ours', kind: 'forum', needsTag: true, tags: [{ name: 'News' }, { name: 'readout' }] },
      ],
      roles: [{ name: 'Moderators', permissions: ['MANAGE_GUILD'], isMentionable: true }],
      members: [{ name: 'Ana' }, { name: 'Ben', roles: ['Moderators'] }],
    },
  ],
};

/** A channel of the simulated server as this program knows it. */
export function channelRef(discord: DiscordSimulator, name: string): ChannelRef {
  const { id, guild } = discord.channel(name);
  return {
    id: idOf('channel', 'discord', guild, id),
    workspace: idOf('workspace', 'discord', guild),
    platform: 'discord',
    address: id,
    name: `#${name}`,
  };
}
