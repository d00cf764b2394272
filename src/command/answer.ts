import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';
import type { FaultReport } from '#command/run-command.ts';
import { runCommand } from '#command/run-command.ts';
import { usageOf } from '#command/usage-of.ts';
import { wordsFor } from '#command/words-for.ts';

/** Answers words as they were typed, whatever they are. */
export async function answer(
  typed: readonly string[],
  asking: { readonly ask: Omit<Ask, 'options'>; readonly commands: readonly Command[] },
  desk: Desk,
  report: FaultReport,
): Promise<Reply> {
  const ask = { ...asking.ask, options: {} };
  const found = findCommand(typed, asking.commands);
  if (found.kind === 'command')
    return runCommand(found.command, { ...ask, options: found.options }, desk, report);

  const words = await wordsFor(ask, desk);
  switch (found.kind) {
    case 'missing':
      return { kind: 'refused', lines: [words.missing(found.option, usageOf(found.command))] };
    case 'near':
      return {
        kind: 'refused',
        lines: [words.didYouMean(found.meant)],
        actions: [{ label: words.actions.thatCommand, command: found.meant }],
      };
    case 'none':
      return {
        kind: 'refused',
        lines: [words.noSuchCommand(typed.join(' '))],
        actions: [{ label: words.actions.help, command: 'help' }],
      };
  }
}
