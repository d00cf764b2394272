import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { channelOf, type ServerInteraction } from '#adapters/discord/asking/server-interaction.ts';
import type { MessageId } from '#channel/messenger.ts';
import type { About } from '#command/inbound.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/**
 * The message whose menu was used, and the one whose thread it is asked in: a thread has its message's id (docs:
 * topics/threads), and a post of a forum that of its first. Nothing of a channel that this person does not see.
 */
export function aboutOf(interaction: ServerInteraction, workspace: WorkspaceId): About | undefined {
  const { guildId, channel } = interaction;
  const chosen = interaction.isMessageContextMenuCommand() ? interaction.targetId : undefined;
  const parent = parentSeen(interaction);
  const possible = [
    [channel, chosen],
    [parent, chosen],
    [parent, parent && channel?.id],
  ] as const;
  const messages = possible.flatMap(([place, message]) =>
    place == null || message === undefined
      ? []
      : [{ channel: channelOf(guildId, place, workspace), message: message as MessageId }],
  );
  if (messages.length === 0) return undefined;
  return { messages, ...(chosen !== undefined && { isChosen: true }) };
}

function parentSeen({
  channel,
  member,
}: Pick<ServerInteraction, 'member'> & { readonly channel: BaseInteraction<'cached'>['channel'] }) {
  const parent = channel?.isThread() === true ? channel.parent : null;
  return parent?.permissionsFor(member).has(PermissionFlagsBits.ViewChannel) === true ? parent : undefined;
}
