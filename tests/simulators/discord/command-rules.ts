import * as spec from 'discord-api-spec/zod';
import type { Problem } from './validate-body.ts';

/** A command or one of its options, as sent. */
export type CommandRequest = {
  readonly name: string;
  readonly type?: number;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly default_member_permissions?: string | null;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly CommandRequest[];
};

/** Docs: interactions/application-commands, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const CHARACTER_LIMIT = 8000;
const CHOICE_VALUE_LIMIT = 100;
const CHAT_INPUT = 1;
const CHAT_INPUT_LIMIT = 100;
const MENU_LIMIT = 15;
const SUBCOMMANDS = [1, 2];

/** What Discord refuses of a list of commands beyond its schema (docs: interactions/application-commands). */
export function commandProblems(commands: readonly CommandRequest[]): readonly Problem[] {
  return [
    ...duplicates(commands.map(({ type = CHAT_INPUT, name }) => `${type} ${name}`)).map((name) => ({
      path: name,
      message: 'stands twice',
    })),
    ...countProblems(commands),
    ...commands.flatMap((command) => [
      ...permissionProblems(command),
      ...sizeProblems(command),
      ...((command.type ?? CHAT_INPUT) === CHAT_INPUT ? nameProblems(command, command.name) : []),
      ...optionProblems(command.options ?? [], command.name),
    ]),
  ];
}

function countProblems(commands: readonly CommandRequest[]): readonly Problem[] {
  const counts = Map.groupBy(commands, ({ type = CHAT_INPUT }) => type);
  return [...counts]
    .filter(([type, { length }]) => length > (type === CHAT_INPUT ? CHAT_INPUT_LIMIT : MENU_LIMIT))
    .map(([type, { length }]) => ({ path: '', message: `${length} commands of type ${type} are too many` }));
}

/** A set of bits is written as a string of digits, or is null. */
function permissionProblems({
  name,
  default_member_permissions: permissions,
}: CommandRequest): readonly Problem[] {
  const isFine =
    permissions === undefined ||
    permissions === null ||
    (typeof permissions === 'string' && /^\d+$/.test(permissions));
  return isFine ? [] : [{ path: `${name}.default_member_permissions`, message: 'a string of digits' }];
}

function sizeProblems(command: CommandRequest): readonly Problem[] {
  const size = sizeOf(command);
  return size > CHARACTER_LIMIT ? [{ path: command.name, message: `${size} characters, 8000 at most` }] : [];
}

/** Names, descriptions and values of a command and all in it; of translations only the longest counts. */
function sizeOf({
  name,
  description,
  name_localizations,
  description_localizations,
  choices,
  options,
}: CommandRequest): number {
  const inChoices = (choices ?? []).map(({ name, value }) => name.length + String(value).length);
  return [
    longest(name, name_localizations),
    longest(description, description_localizations),
    ...inChoices,
    ...(options ?? []).map(sizeOf),
  ].reduce((sum, length) => sum + length, 0);
}

const longest = (
  text: string | undefined,
  others: Readonly<Record<string, string>> | null | undefined,
): number => Math.max(text?.length ?? 0, ...Object.values(others ?? {}).map(({ length }) => length));

function nameProblems(
  { name, name_localizations, description_localizations }: CommandRequest,
  path: string,
): readonly Problem[] {
  const names = [name, ...Object.values(name_localizations ?? {})];
  const locales = [...Object.keys(name_localizations ?? {}), ...Object.keys(description_localizations ?? {})];
  return [
    ...names
      .filter((one) => !NAME.test(one) || one !== one.toLowerCase())
      .map((one) => ({
        path,
        message: `${one} is no name for a command: lower case, ^[-_'\\p{L}\\p{N}]{1,32}$`,
      })),
    ...locales
      .filter((locale) => !spec.AvailableLocalesEnumSchema.safeParse(locale).success)
      .map((locale) => ({ path, message: `${locale} is no locale of Discord's` })),
  ];
}

function optionProblems(options: readonly CommandRequest[], path: string): readonly Problem[] {
  const problems: Problem[] = duplicates(options.map(({ name }) => name)).map((name) => ({
    path: `${path} ${name}`,
    message: 'stands twice',
  }));
  const isSub = ({ type = 0 }: CommandRequest): boolean => SUBCOMMANDS.includes(type);
  if (options.some(isSub) && !options.every(isSub))
    problems.push({ path, message: 'sub-commands and options do not mix' });
  const optional = options.findIndex((option) => !isSub(option) && !option.required);
  if (optional >= 0 && options.slice(optional).some(({ required }) => required))
    problems.push({ path, message: 'required options come first' });
  return [
    ...problems,
    ...options.flatMap((option) => singleOptionProblems(option, `${path} ${option.name}`)),
  ];
}

function singleOptionProblems(option: CommandRequest, path: string): readonly Problem[] {
  const { choices = [], autocomplete, options = [] } = option;
  const problems: Problem[] = [...nameProblems(option, path)];
  if (autocomplete && choices.length > 0)
    problems.push({ path, message: 'autocomplete and choices exclude each other' });
  for (const { name, value } of choices) {
    if (typeof value === 'string' && value.length > CHOICE_VALUE_LIMIT)
      problems.push({ path: `${path} ${name}`, message: 'a value has 100 characters at most' });
  }
  return [...problems, ...optionProblems(options, path)];
}

const duplicates = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index);
