import type { Undo } from '#channel/button-store.ts';
import type { Command, Option } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';
import { lineOf } from '#command/line-of.ts';
import { optionNameIn, pathIn } from '#command/name-of.ts';
import { quoted } from '#command/quoted.ts';
import { wordingIn } from '#command/wording.ts';
import { detailIn } from '#command/words/detail-words.ts';

/** A change as it is kept: the command that made it, and what it was about. */
export type ChangeTold = Pick<Undo, 'what' | 'detail'>;

/** The same in the words that people of this language type, as far as they are commands and options of ours. */
export function changeTold(
  { what, detail }: ChangeTold,
  language: string,
  commands: readonly Command[],
): ChangeTold {
  const command = commands.find((one) => pathOf(one) === what);
  if (command === undefined) return { what, detail };
  const named = pathIn(command, language).join(' ');
  // What was taken back is a change itself.
  const taken = what === 'undo' ? changeIn(detail, commands) : undefined;
  if (taken !== undefined) return { what: named, detail: lineTold(taken, language, commands) };
  const words = detail.split(' ').map((word) => wordTold(word, command.options, language));
  return { what: named, detail: detailIn(words.join(' '), language) };
}

/** The change in one line. */
export function lineTold(change: ChangeTold, language: string, commands: readonly Command[]): string {
  const { what, detail } = changeTold(change, language, commands);
  return `${what} ${detail}`;
}

/** A command as it is kept to be typed again, in the reader's language; as it is where it is none any more. */
export function commandTold(line: string, language: string, commands: readonly Command[]): string {
  const found = findCommand([line], commands);
  if (found.kind !== 'command') return line;
  const { command, options } = found;
  return lineOf(command, options, language);
}

const pathOf = ({ path }: Command): string => path.join(' ');

function changeIn(line: string, commands: readonly Command[]): ChangeTold | undefined {
  const command = commands.find((one) => line.startsWith(`${pathOf(one)} `));
  if (command === undefined) return undefined;
  const what = pathOf(command);
  return { what, detail: line.slice(what.length + 1) };
}

/** `days:monday` as `jours:lundi`; any other word as it is. */
function wordTold(word: string, options: readonly Option[], language: string): string {
  const [, name, value = ''] = /^([^:]+):(.+)$/u.exec(word) ?? [];
  const option = options.find((one) => one.name === name);
  if (option === undefined) return word;
  const choice = language === 'en' ? undefined : option.choices?.find((one) => one.value === value);
  const told = choice === undefined ? value : wordingIn(choice.label, language);
  return `${optionNameIn(option, language)}:${quoted(told)}`;
}
