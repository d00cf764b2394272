import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, type REST, Routes } from 'discord.js';
import type { Definition } from '#adapters/discord/asking/command-definitions.ts';
import type { MenuDefinition } from '#adapters/discord/asking/message-menus.ts';

/** Makes Discord offer these commands. Writes only where they differ from what Discord holds: writes are limited by the day. */
export async function syncCommands(
  rest: REST,
  applicationId: string,
  definitions: readonly (Definition | MenuDefinition)[],
): Promise<'written' | 'unchanged'> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const held = (await rest.get(route, { query })) as readonly APIApplicationCommand[];
  if (isDeepStrictEqual(byName(held), byName(definitions))) return 'unchanged';
  await rest.put(route, { body: definitions });
  return 'written';
}

/** What of a command, or of an option of one, is ours to say; Discord adds ids and leaves out what is empty. */
type Told = {
  readonly name: string;
  readonly name_localizations?: object | null;
  readonly description?: string;
  readonly description_localizations?: object | null;
  readonly choices?: readonly Told[];
  readonly channel_types?: unknown;
  readonly type?: number;
  readonly default_member_permissions?: unknown;
  readonly contexts?: unknown;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly value?: unknown;
  readonly options?: readonly Told[];
};

const byName = (
  commands: readonly (APIApplicationCommand | Definition | MenuDefinition)[],
): readonly object[] =>
  commands.map((command) => essence(command as Told)).toSorted((a, b) => (a.name < b.name ? -1 : 1));

const essence = (told: Told): Told => ({
  name: told.name,
  name_localizations: { ...told.name_localizations },
  description: told.description ?? '',
  description_localizations: { ...told.description_localizations },
  choices: (told.choices ?? []).map(({ name, name_localizations, value }) => ({
    name,
    name_localizations: { ...name_localizations },
    value,
  })),
  type: told.type ?? 1,
  channel_types: told.channel_types ?? null,
  default_member_permissions: told.default_member_permissions ?? null,
  contexts: told.contexts ?? null,
  required: told.required ?? false,
  autocomplete: told.autocomplete ?? false,
  options: (told.options ?? []).map(essence),
});
