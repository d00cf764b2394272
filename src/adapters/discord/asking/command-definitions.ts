import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { POSTABLE_CHANNELS } from '#adapters/discord/asking/postable-channels.ts';
import type { Command, Option } from '#command/command.ts';
import type { Wording } from '#command/wording.ts';

/** A root command of ours, as Discord keeps it. */
export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Commands of one word stand below this root: Discord would list each beside those of every other bot. */
const OWN_ROOT = 'readout';
const LONGEST_DESCRIPTION = 100;
/** Anybody may look. What changes something below these roots asks for the right itself. */
const LOOKING_ROOTS = ['news', 'story', OWN_ROOT];
const MANAGE_SERVER = String(PermissionFlagsBits.ManageGuild);

/**
 * The commands as Discord offers them. A root for changing is for those who manage the server, until the server says
 * otherwise: Discord knows rights for roots only.
 */
export function commandDefinitions(commands: readonly Command[]): readonly Definition[] {
  return [...Map.groupBy(commands, rootOf)].map(([root, ours]) => ({
    type: ApplicationCommandType.ChatInput,
    ...named(root, rootInFrench(ours)),
    ...described({
      en: ours.map(({ description }) => description.en).join(' · '),
      fr: ours.map(({ description }) => description.fr).join(' · '),
    }),
    options: ours.map(subcommandOf),
    default_member_permissions: isForChanging(root, ours) ? MANAGE_SERVER : null,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }));
}

/** The command that these two words of Discord's call, and whether its root is for changing. */
export function findDefined(
  root: string,
  subcommand: string,
  commands: readonly Command[],
): { readonly command: Command; readonly isChangingRoot: boolean } | undefined {
  const siblings = commands.filter((command) => rootOf(command) === root);
  const command = siblings.find((sibling) => lastWordOf(sibling) === subcommand);
  return command && { command, isChangingRoot: isForChanging(root, siblings) };
}

const isForChanging = (root: string, ours: readonly Command[]): boolean =>
  !LOOKING_ROOTS.includes(root) && ours.some(({ isChanging }) => isChanging);

const rootOf = ({ path }: Command): string => (path.length === 1 ? OWN_ROOT : path[0]);

/** A root has one French name: that of all its commands. */
const rootInFrench = ([first]: readonly Command[]): string =>
  first === undefined || first.pathInFrench.length === 1 ? OWN_ROOT : first.pathInFrench[0];

const lastWordOf = ({ path }: Command): string => path.slice(-1).join('');

function subcommandOf(command: Command): APIApplicationCommandSubcommandOption {
  const isRequiredFirst = command.options.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(lastWordOf(command), command.pathInFrench.at(-1) ?? ''),
    ...described(command.description),
    options: isRequiredFirst.map(optionOf),
  };
}

function optionOf(option: Option): APIApplicationCommandBasicOption {
  const told = {
    ...named(option.name, option.nameInFrench),
    ...described(option.description),
    required: option.isRequired,
  };
  switch (option.kind) {
    case 'text':
    case 'time':
    case 'word':
      return { ...told, type: ApplicationCommandOptionType.String, ...offered(option) };
    case 'number':
      return { ...told, type: ApplicationCommandOptionType.Integer, autocomplete: false };
    case 'flag':
      return { ...told, type: ApplicationCommandOptionType.Boolean };
    case 'channel':
      return {
        ...told,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [...POSTABLE_CHANNELS],
      };
    case 'group':
      return { ...told, type: ApplicationCommandOptionType.Role };
    case 'file':
      return { ...told, type: ApplicationCommandOptionType.Attachment };
  }
}

/** Discord lets an option have either a fixed list or suggestions. */
function offered({ choices, suggests }: Option): Offered {
  if (choices === undefined) return suggests === undefined ? { autocomplete: false } : { autocomplete: true };
  return {
    autocomplete: false,
    choices: choices.map(({ value, label }) => ({
      name: label.en,
      name_localizations: { fr: label.fr },
      value,
    })),
  };
}

type Offered =
  | { readonly autocomplete: true }
  | { readonly autocomplete: false; readonly choices?: APIApplicationCommandOptionChoice<string>[] };

const named = (
  name: string,
  french: string,
): { readonly name: string; readonly name_localizations: LocalizationMap } => ({
  name,
  name_localizations: french === name ? {} : { fr: french },
});

const described = ({
  en,
  fr,
}: Wording): { readonly description: string; readonly description_localizations: LocalizationMap } => ({
  description: clip(en),
  description_localizations: { fr: clip(fr) },
});

const clip = (description: string): string =>
  description.length <= LONGEST_DESCRIPTION
    ? description
    : `${description.slice(0, LONGEST_DESCRIPTION - 1)}…`;
