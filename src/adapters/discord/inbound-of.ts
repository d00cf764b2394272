import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { Asked, Inbound } from '#command/inbound.ts';
import { idOf, type WorkspaceId } from '#kernel/id.ts';

/** Something asked in a server that the bot is a member of. */
export type ServerInteraction = (
  | ChatInputCommandInteraction<'cached'>
  | ButtonInteraction<'cached'>
  | AutocompleteInteraction<'cached'>
) & { readonly guildId: string };

/**
 * What came in, in our own words; who and where are told by Discord, never by the text. A changing command that Discord
 * let through is allowed, since the server's own settings say who may type it; buttons ask for Manage Server.
 */
export function inboundOf(interaction: ServerInteraction, asked: Asked, isLetThrough: boolean): Inbound {
  return {
    id: `discord:${interaction.id}`,
    ...placeOf(interaction),
    mayChange: isLetThrough || interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild),
    asked,
  };
}

/** Who asks, in which workspace and channel. */
export function placeOf(interaction: ServerInteraction): Pick<Inbound, 'workspace' | 'channel' | 'who'> {
  const workspace = workspaceOf(interaction);
  return { workspace, channel: channelOf(interaction, workspace), who: interaction.user.id };
}

/** The workspace that a Discord server is. */
export const discordWorkspace = (guildId: string): WorkspaceId => idOf('workspace', 'discord', guildId);

function workspaceOf({ guild, guildId, guildLocale }: ServerInteraction): Workspace {
  const language = guildLocale.split('-')[0] ?? 'en';
  return {
    id: discordWorkspace(guildId),
    platform: 'discord',
    name: guild.name,
    languages: [...new Set([language, 'en'])],
    // Discord tells nobody's zone: times on cards are its own tokens.
    zone: 'UTC',
  };
}

const channelOf = ({ guildId, channelId, channel }: ServerInteraction, workspace: Workspace): ChannelRef => ({
  id: idOf('channel', 'discord', guildId, channelId ?? ''),
  workspace: workspace.id,
  platform: 'discord',
  address: channelId ?? '',
  name: `#${channel?.name ?? channelId}`,
});
