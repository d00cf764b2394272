import { PermissionFlagsBits } from 'discord.js';
import { aboutOf } from '#adapters/discord/asking/about-of.ts';
import { namedIn } from '#adapters/discord/asking/named-in.ts';
import {
  channelMeant,
  channelOf,
  type ServerInteraction,
} from '#adapters/discord/asking/server-interaction.ts';
import { standingOf } from '#adapters/discord/asking/standing-of.ts';
import { LONGEST_COMMAND } from '#adapters/discord/cards/custom-id.ts';
import type { Workspace } from '#channel/channel.ts';
import type { Asked, Inbound } from '#command/inbound.ts';
import { idOf, type WorkspaceId } from '#kernel/id.ts';

/**
 * What came in, in our own words; who and where are told by Discord, never by the text. A changing command that Discord
 * let through is allowed, since the server's own settings say who may type it. Buttons and forms ask for Manage Server,
 * or for commands that Discord let the same person through to.
 */
export function inboundOf(
  interaction: ServerInteraction,
  asked: Asked,
  letThrough: 'to-this' | 'to-nothing' | readonly string[],
): Inbound {
  const place = placeOf(interaction);
  const { memberPermissions, member, locale } = interaction;
  const about = aboutOf(interaction, place.workspace.id);
  return {
    id: `discord:${interaction.id}`,
    ...place,
    mayChange: letThrough === 'to-this' || memberPermissions.has(PermissionFlagsBits.ManageGuild),
    ...(typeof letThrough !== 'string' && { mayUse: letThrough }),
    groups: [...member.roles.cache.keys()],
    language: primaryOf(locale),
    mayWrite: memberPermissions.has(
      interaction.channel?.isThread() === true
        ? PermissionFlagsBits.SendMessagesInThreads
        : PermissionFlagsBits.SendMessages,
    ),
    standing: standingOf(interaction),
    ...namedIn(interaction, place.workspace.id),
    longestCommand: LONGEST_COMMAND,
    ...(about && { about }),
    asked,
  };
}

const primaryOf = (locale: string): string => locale.split('-')[0] ?? 'en';

/** Who asks, in which workspace and channel. */
function placeOf(interaction: ServerInteraction): Pick<Inbound, 'workspace' | 'channel' | 'who'> {
  const workspace = workspaceOf(interaction);
  const { guildId, channelId } = interaction;
  const { id, name } = channelMeant(interaction) ?? { id: channelId ?? '', name: channelId ?? '' };
  return {
    workspace,
    channel: channelOf(guildId, { id, name }, workspace.id),
    who: interaction.user.id,
  };
}

/** The workspace that a Discord server is. */
export const discordWorkspace = (guildId: string): WorkspaceId => idOf('workspace', 'discord', guildId);

const workspaceOf = ({ guild, guildLocale }: ServerInteraction): Workspace =>
  serverWorkspace(guild, guildLocale);

/** A Discord server as a workspace; `locale` is the server's own. */
export function serverWorkspace(
  guild: { readonly id: string; readonly name: string },
  locale: string,
): Workspace {
  const language = primaryOf(locale);
  return {
    id: discordWorkspace(guild.id),
    platform: 'discord',
    name: guild.name,
    languages: [...new Set([language, 'en'])],
    // Discord tells nobody's zone: times on cards are its own tokens.
    zone: 'UTC',
  };
}
