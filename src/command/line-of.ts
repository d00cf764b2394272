import type { Command } from '#command/command.ts';
import { quoted } from '#command/quoted.ts';

/** A command with its options as one line that calls it again: what is text comes last, so that it goes to the end. */
export function lineOf({ path, options }: Command, given: Readonly<Record<string, string>>): string {
  const filled = options.flatMap(({ name, kind }) => {
    const value = given[name];
    return value === undefined ? [] : [{ kind, name, value }];
  });
  const named = filled.filter(({ kind }) => kind !== 'text' && kind !== 'file');
  const texts = filled.filter(({ kind }) => kind === 'text');
  return [
    ...path,
    ...named.map(({ kind, name, value }) => (kind === 'flag' ? `--${name}` : `${name}:${quoted(value)}`)),
    ...texts.map(({ value }) => value),
  ].join(' ');
}
