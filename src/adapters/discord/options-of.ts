import type { ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '#command/command.ts';

/** What was filled in, by the command's own names of options; a flag stands only where it was given. */
export function optionsOf(
  { options }: ChatInputCommandInteraction,
  command: Command,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    command.options.flatMap(({ name, kind }) => {
      const value = options.get(name)?.value;
      if (value === undefined || (kind === 'flag' && value !== true)) return [];
      return [[name, kind === 'flag' ? 'yes' : String(value)]];
    }),
  );
}
