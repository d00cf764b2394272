import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type Client,
  type ForumChannel,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { ChannelRef } from '#channel/channel.ts';
import { idOf, type WorkspaceId } from '#kernel/id.ts';

/** Something asked in a server that the bot is a member of. */
export type ServerInteraction = (
  | ChatInputCommandInteraction<'cached'>
  | ButtonInteraction<'cached'>
  | MessageContextMenuCommandInteraction<'cached'>
  | ModalSubmitInteraction<'cached'>
  | AutocompleteInteraction<'cached'>
) & { readonly guildId: string };

/**
 * The channel in which something is asked, as it is meant: in a post that the bot began in a forum that is the forum,
 * whose watches brought it.
 */
export function channelMeant<Here extends BaseInteraction['channel']>({
  channel,
  client,
}: {
  readonly channel: Here;
  readonly client: Client<true>;
}): Here | ForumChannel {
  if (channel?.isThread() !== true || channel.ownerId !== client.user.id) return channel;
  return channel.parent?.type === ChannelType.GuildForum ? channel.parent : channel;
}

/** A channel of a server as we know it. */
export const channelOf = (
  guildId: string,
  { id, name }: { readonly id: string; readonly name: string },
  workspace: WorkspaceId,
): ChannelRef => ({
  id: idOf('channel', 'discord', guildId, id),
  workspace,
  platform: 'discord',
  address: id,
  name: `#${name}`,
});
