import type { Platform } from '#channel/channel.ts';
import { asTyped } from '#command/as-typed.ts';
import type { Command, Option } from '#command/command.ts';

/** How a command is typed on a platform: `watch add TOPIC [digest:…]`, `/news latest [TOPIC]`. */
export const usageOf = ({ path, options }: Command, platform: Platform): string =>
  asTyped(
    path,
    options
      .filter(({ kind }) => kind !== 'flag' && kind !== 'file')
      .map(written)
      .join(' '),
    platform,
  );

/** What is no text is typed with its name. */
function written({ name, kind, isRequired }: Option): string {
  const typed = kind === 'text' ? name.toUpperCase() : `${name}:…`;
  return isRequired ? typed : `[${typed}]`;
}
