import type { Platform } from '#channel/channel.ts';
import { asTyped } from '#command/as-typed.ts';
import type { Command, Option } from '#command/command.ts';
import { optionNameIn, pathIn } from '#command/name-of.ts';

/** How a command is typed on a platform, in the reader's language: `watch add TOPIC [digest:…]`, `/news latest [TOPIC]`. */
export const usageOf = (command: Command, platform: Platform, language: string): string =>
  asTyped(
    pathIn(command, language),
    command.options
      .filter(({ kind }) => kind !== 'flag' && kind !== 'file')
      .map((option) => written(option, language))
      .join(' '),
    platform,
  );

/** What is no text is typed with its name. */
function written(option: Option, language: string): string {
  const name = optionNameIn(option, language);
  const typed = option.kind === 'text' ? name.toUpperCase() : `${name}:…`;
  return option.isRequired ? typed : `[${typed}]`;
}
