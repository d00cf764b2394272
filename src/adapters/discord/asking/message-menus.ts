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

const ON_MESSAGES: Pick<MenuDefinition, 'contexts' | 'integration_types'> & {
  readonly type: ApplicationCommandType.Message;
} = {
  type: ApplicationCommandType.Message,
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** For those who manage the server, until it says otherwise. */
const WATCH_THIS: MenuDefinition = {
  ...ON_MESSAGES,
  name: 'Watch this',
  name_localizations: { fr: 'Suivre ceci' },
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

/** For anybody, as every look-up is. */
const SHOW_STORY: MenuDefinition = {
  ...ON_MESSAGES,
  name: 'Show this story',
  name_localizations: { fr: 'Voir ce dossier' },
  default_member_permissions: null,
};

/** What stands in the menu of every message under “Apps”. */
export const MESSAGE_MENUS: readonly MenuDefinition[] = [WATCH_THIS, SHOW_STORY];

type CommandCall = Extract<Call, { readonly kind: 'command' }>;

/**
 * The form of `watch add`, filled in with what the message is about, or the story of the card that the message is; absent
 * for a menu that is not ours.
 */
export function askedAt({
  commandName,
  targetMessage,
}: MessageContextMenuCommandInteraction):
  | { readonly kind: 'form'; readonly call: CommandCall }
  | CommandCall
  | undefined {
  if (commandName === SHOW_STORY.name) return { kind: 'command', path: ['story', 'show'], options: {} };
  if (commandName !== WATCH_THIS.name) return undefined;
  const topic = messageWords(targetMessage);
  const options = topic === '' ? {} : { topic };
  return { kind: 'form', call: { kind: 'command', path: ['watch', 'add'], options } };
}
