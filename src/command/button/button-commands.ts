import { keptLineOf } from '#command/button/kept-lines.ts';
import { showHereOf } from '#command/button/show-here.ts';
import { turnPageOf } from '#command/button/turn-page.ts';
import type { Command } from '#command/command.ts';
import { undoChange } from '#command/undo/undo-change.ts';

/**
 * These commands with those that only buttons call; each of them can do no more than these can. Who may not write in the
 * channel cannot have something shown there.
 */
export function withButtons(
  commands: readonly Command[],
  { mayWrite = true }: { readonly mayWrite?: boolean } = {},
): readonly Command[] {
  const turnPage = turnPageOf(commands);
  const showHere = showHereOf([...commands, turnPage]);
  const known = [...commands, undoChange, turnPage, ...(mayWrite ? [showHere] : [])];
  return [...known, keptLineOf(known)];
}
