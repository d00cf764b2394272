import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, Option } from '#command/command.ts';
import { frenchWordFor } from '#command/find-command.ts';

/** A root command of ours, as Discord keeps it. */
export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Commands of one word stand below this root: Discord would list each beside those of every other bot. */
const OWN_ROOT = 'readout';
const LONGEST_DESCRIPTION = 100;
const MANAGE_SERVER = String(PermissionFlagsBits.ManageGuild);

/** French for the names of options. */
const FRENCH_OPTIONS: Readonly<Record<string, string>> = {
  topic: 'sujet',
  anyway: 'quand-même',
  digest: 'synthèse',
  at: 'heure',
  days: 'jours',
  off: 'non',
  needs: 'exige',
  urgent: 'urgent',
  zone: 'fuseau',
  quiet: 'calme',
  cards: 'fiches',
  pings: 'mentions',
  'pings-a-day': 'mentions-par-jour',
  words: 'mots',
  story: 'dossier',
  link: 'lien',
  address: 'adresse',
  feed: 'flux',
  all: 'tous',
  file: 'fichier',
  outlet: 'média',
  since: 'depuis',
  until: 'jusque',
  delivery: 'envoi',
  replay: 'renvoyer',
  drop: 'écarter',
  uncertain: 'incertain',
};

/** Options for which something can be suggested while a person types. */
const SUGGESTED = new Set(['topic', 'feed']);

/**
 * The commands as Discord offers them. A root with any changing command is for those who manage the server, until the
 * server says otherwise: Discord knows rights for roots only.
 */
export function commandDefinitions(commands: readonly Command[]): readonly Definition[] {
  return [...Map.groupBy(commands, rootOf)].map(([root, ours]) => ({
    type: ApplicationCommandType.ChatInput,
    name: root,
    ...localised(root),
    description: clip(ours.map(({ description }) => description).join(' · ')),
    options: ours.map(subcommandOf),
    default_member_permissions: ours.some(({ isChanging }) => isChanging) ? MANAGE_SERVER : null,
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
  return command && { command, isChangingRoot: siblings.some(({ isChanging }) => isChanging) };
}

const rootOf = ({ path }: Command): string => (path.length === 1 ? OWN_ROOT : path[0]);

const lastWordOf = ({ path }: Command): string => path.slice(-1).join('');

function subcommandOf(command: Command): APIApplicationCommandSubcommandOption {
  const name = lastWordOf(command);
  const isRequiredFirst = command.options.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...localised(name),
    description: clip(command.description),
    options: isRequiredFirst.map(optionOf),
  };
}

function optionOf({ name, description, kind, isRequired }: Option): APIApplicationCommandBasicOption {
  const french = FRENCH_OPTIONS[name];
  const told = {
    name,
    name_localizations: french === undefined ? {} : { fr: french },
    description: clip(description),
    required: isRequired,
  };
  switch (kind) {
    case 'text':
      return SUGGESTED.has(name)
        ? { ...told, type: ApplicationCommandOptionType.String, autocomplete: true }
        : { ...told, type: ApplicationCommandOptionType.String, autocomplete: false };
    case 'time':
    case 'word':
      return { ...told, type: ApplicationCommandOptionType.String, autocomplete: false };
    case 'number':
      return { ...told, type: ApplicationCommandOptionType.Integer, autocomplete: false };
    case 'flag':
      return { ...told, type: ApplicationCommandOptionType.Boolean };
    case 'file':
      return { ...told, type: ApplicationCommandOptionType.Attachment };
  }
}

function localised(name: string): { readonly name_localizations: LocalizationMap } {
  const french = frenchWordFor(name);
  return { name_localizations: french === undefined ? {} : { fr: french } };
}

const clip = (description: string): string =>
  description.length <= LONGEST_DESCRIPTION
    ? description
    : `${description.slice(0, LONGEST_DESCRIPTION - 1)}…`;
