import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
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
