import { ChannelType, type GuildBasedChannel, type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { ServerInteraction } from '#adapters/discord/asking/server-interaction.ts';
import type { AskStanding, Standing } from '#command/standing.ts';

/**
 * What somebody is in another channel of the server, as Discord's rights tell: Manage Server manages them all, Manage
 * Channels the one that it is for. That a role was given a command in one channel tells nothing of another.
 */
export const standingOf =
  ({
    guild,
    member,
    memberPermissions,
  }: Pick<ServerInteraction, 'guild' | 'member' | 'memberPermissions'>): AskStanding =>
  async ({ address }) => {
    if (memberPermissions.has(PermissionFlagsBits.ManageGuild)) return 'manages';
    const channel = guild.channels.cache.get(address);
    return channel === undefined ? 'sees-not' : standingIn(channel, member);
  };

function standingIn(channel: GuildBasedChannel, member: GuildMember): Standing {
  const rights = channel.permissionsFor(member);
  const has = (right: keyof typeof PermissionFlagsBits) => rights.has(PermissionFlagsBits[right]);
  if (!has('ViewChannel')) return 'sees-not';
  if (has('ManageChannels')) return 'manages';
  // Without a privileged intent Discord does not tell who is in a private thread.
  if (channel.type === ChannelType.PrivateThread && !has('ManageThreads')) return 'sees-not';
  const mayWrite = channel.isThread() ? has('SendMessagesInThreads') : has('SendMessages');
  return mayWrite ? 'takes-part' : 'sees';
}
