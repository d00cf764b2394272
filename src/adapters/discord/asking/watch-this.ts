import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  PermissionFlagsBits,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { messageWords } from '#adapters/discord/asking/message-words.ts';
import type { Call } from '#command/inbound.ts';

/** A message's own menu, as Discord keeps it. */
export type MenuDefinition = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** What stands in the menu of every message under “Apps”, for those who manage the server until it says otherwise. */
export const WATCH_THIS: MenuDefinition = {
  type: ApplicationCommandType.Message,
  name: 'Watch this',
  name_localizations: { fr: 'Suivre ceci' },
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** A form of a command by its path. */
type FormAsked = { readonly kind: 'form'; readonly call: Extract<Call, { readonly kind: 'command' }> };

/** The form of `watch add`, filled in with what the message is about; absent for a menu that is not ours. */
export function askedOf({
  commandName,
  targetMessage,
}: MessageContextMenuCommandInteraction): FormAsked | undefined {
  if (commandName !== WATCH_THIS.name) return undefined;
  const topic = messageWords(targetMessage);
  const options = topic === '' ? {} : { topic };
  return { kind: 'form', call: { kind: 'command', path: ['watch', 'add'], options } };
}
