import type { Platform } from '#channel/channel.ts';
import { asTyped } from '#command/as-typed.ts';
import type { Command } from '#command/command.ts';

/** How a command is typed on a platform: `watch add TOPIC`, `/news latest [TOPIC]`. */
export const usageOf = ({ path, options }: Command, platform: Platform): string =>
  asTyped(
    path,
    options
      .filter(({ kind }) => kind !== 'flag' && kind !== 'file')
      .map(({ name, isRequired }) => (isRequired ? name.toUpperCase() : `[${name.toUpperCase()}]`))
      .join(' '),
    platform,
  );
