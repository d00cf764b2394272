import { readFileSync, statSync } from 'node:fs';
import type { Command } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';

/** Which option of these commands holds a list. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['feed import', 'opml'],
  ['readout-admin import', 'watches'],
]);

/** More than any list of feeds takes; the reader of lists would refuse it. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The words as the command takes them: at a terminal a list of feeds or watches is named by its file, and what the file holds takes
 * the place of its name. Words that name no file stay as they are.
 */
export function withListFile(words: readonly string[], commands: readonly Command[]): readonly string[] {
  const found = findCommand(words, commands);
  if (found.kind !== 'command') return words;
  const option = LISTS.get(found.command.path.join(' '));
  const text = option && textOf(found.options[option] ?? '');
  return text === undefined ? words : [...found.command.path, text];
}

function textOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= MOST_BYTES ? readFileSync(file, 'utf8') : undefined;
}
