import { readFileSync, statSync } from 'node:fs';
import type { Command } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';

/** More than any list of feeds takes; the reader of lists would refuse it. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The words as the command takes them: at a terminal a list of feeds is named by its file, and what the file holds takes
 * the place of its name. Words that name no file stay as they are.
 */
export function withListFile(words: readonly string[], commands: readonly Command[]): readonly string[] {
  const found = findCommand(words, commands);
  if (found.kind !== 'command' || found.command.path.join(' ') !== 'feed import') return words;
  const text = textOf(found.options['opml'] ?? '');
  return text === undefined ? words : [...found.command.path, text];
}

function textOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= MOST_BYTES ? readFileSync(file, 'utf8') : undefined;
}
