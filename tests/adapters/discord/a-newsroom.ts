import { openRest } from '#adapters/discord/open-rest.ts';
import { discordMessenger } from '#adapters/discord/sending/discord-messenger.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import { idOf } from '#kernel/id.ts';
import { Secret } from '#kernel/secret.ts';
import {
  type DiscordSimulator,
  type DiscordSimulatorOptions,
  startDiscordSimulator,
} from '../../simulators/discord/discord-simulator.ts';

/** A messenger with a Discord to itself. Whatever it sends that Discord would not take fails the test when it ends. */
export async function aNewsroom(options: DiscordSimulatorOptions = {}) {
  const discord = await startDiscordSimulator(options);
  const open = (): Messenger => {
    const { apiUrl, world } = discord;
    return discordMessenger(openRest({ token: new Secret(discord.token), apiUrl }), world.bot.id);
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
