import type { Command } from '#command/command.ts';

/** How a command is typed: `watch add TOPIC`, `news latest [TOPIC]`. */
export const usageOf = ({ path, options }: Command): string =>
  [
    ...path,
    ...options
      .filter(({ kind }) => kind !== 'flag')
      .map(({ name, isRequired }) => (isRequired ? name.toUpperCase() : `[${name.toUpperCase()}]`)),
  ].join(' ');
