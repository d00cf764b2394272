import { answerZone } from '#command/button/answer-zone.ts';
import { cardMenu } from '#command/button/card-menu.ts';
import { keptLineOf } from '#command/button/kept-lines.ts';
import { removeCard } from '#command/button/remove-card.ts';
import { showHereOf } from '#command/button/show-here.ts';
import { turnPageOf } from '#command/button/turn-page.ts';
import { watchedElsewhere } from '#command/button/watched-elsewhere.ts';
import type { Command } from '#command/command.ts';
import { undoOf } from '#command/undo/undo-change.ts';
import { moveCards } from '#command/watch/move-cards.ts';
import { proposeTopic } from '#command/watch/propose-topic.ts';

/** Buttons of cards, and under what was done about them, call these: they go by the rights of whoever presses, as every command does. */
const onCards: readonly Command[] = [cardMenu, removeCard, moveCards, answerZone];

/** What may be done where a button is pressed: who may not write in the channel cannot have something shown there. */
type Pressing = {
  readonly mayWrite?: boolean;
  /** The commands as whoever presses has them; absent: all as they are. */
  readonly allowing?: (commands: readonly Command[]) => readonly Command[];
};

/** These commands with those that only buttons call; each of them can do no more than whoever presses may. */
export function withButtons(
  commands: readonly Command[],
  { mayWrite = true, allowing = (all) => all }: Pressing = {},
): readonly Command[] {
  const allowed = allowing([...commands, ...onCards, watchedElsewhere]);
  const turnPage = turnPageOf(allowed);
  const showHere = showHereOf([...allowed, turnPage]);
  const known: readonly Command[] = [
    ...allowed,
    undoOf(() => known),
    turnPage,
    ...(mayWrite ? [showHere, ...allowing([proposeTopic])] : []),
  ];
  return [...known, keptLineOf(known)];
}
