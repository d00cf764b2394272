import { PermissionFlagsBits } from 'discord.js';
import { channelOf, type ServerInteraction } from '#adapters/discord/asking/server-interaction.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Inbound } from '#command/inbound.ts';
import type { WorkspaceId } from '#kernel/id.ts';

type Named = Pick<Inbound, 'named' | 'callable' | 'groupNames'>;
type Resolved = {
  readonly channels?: { keys(): Iterable<string> } | undefined;
  readonly roles?: ReadonlyMap<string, { readonly name: string } | null> | undefined;
} | null;

/**
 * The channels that were chosen and that this person sees, and the roles that were chosen; never everyone, whose role has
 * the server's own id (docs: topics/permissions, "Role Object").
 */
export function namedIn(interaction: ServerInteraction, workspace: WorkspaceId): Named {
  const resolved = resolvedIn(interaction);
  const channels = [...(resolved?.channels?.keys() ?? [])].flatMap((id) => seen(id, interaction, workspace));
  const roles = [...(resolved?.roles ?? [])].filter(([id]) => id !== interaction.guildId);
  return {
    ...(channels.length > 0 && { named: channels }),
    ...(roles.length > 0 && {
      callable: Object.fromEntries(roles.map(([id]) => [id, `<@&${id}>`])),
      groupNames: Object.fromEntries(roles.flatMap(([id, role]) => (role ? [[id, `@${role.name}`]] : []))),
    }),
  };
}

function resolvedIn(interaction: ServerInteraction): Resolved {
  if (interaction.isChatInputCommand()) return interaction.options.resolved;
  return interaction.isModalSubmit() ? interaction.fields.resolved : null;
}

function seen(
  id: string,
  { guild, member }: ServerInteraction,
  workspace: WorkspaceId,
): readonly ChannelRef[] {
  const channel = guild.channels.cache.get(id);
  const isSeen = channel?.permissionsFor(member).has(PermissionFlagsBits.ViewChannel) === true;
  return channel !== undefined && isSeen ? [channelOf(guild.id, channel, workspace)] : [];
}
