import type { ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '#command/command.ts';

/**
 * What was filled in, by the command's own names of options; a flag stands only where it was given, a file as the
 * address under which Discord has it.
 */
export function optionsOf(
  { options }: ChatInputCommandInteraction,
  command: Command,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    command.options.flatMap(({ name, kind }) => {
      if (kind === 'file') {
        const file = options.getAttachment(name);
        return file === null ? [] : [[name, file.url]];
      }
      const value = options.get(name)?.value;
      if (value === undefined || (kind === 'flag' && value !== true)) return [];
      return [[name, kind === 'flag' ? 'yes' : String(value)]];
    }),
  );
}
