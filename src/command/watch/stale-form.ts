import type { Ask, Desk, Reply } from '#command/command.ts';
import { editWordsIn } from '#command/words/edit-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { idOf } from '#kernel/id.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** Under this name a form carries the mark of the watch that it was opened for; nobody types it. */
export const OPENED = 'opened';
/** Eight letters: what a form carries has to be short on Discord. */
const MARK_LETTERS = 8;

/** Another for each state of a watch. */
export const markOf = (watch: Subscription): string =>
  idOf(
    'watch as it stands',
    JSON.stringify(Object.entries(watch).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  ).slice(0, MARK_LETTERS);

/** Whether a form was sent that showed the watch otherwise than it stands by now. */
export const isStale = (watch: Subscription, { options }: Ask): boolean =>
  options[OPENED] !== undefined && options[OPENED] !== markOf(watch);

/** Nothing of a stale form is kept: what another person changed meanwhile would be lost. */
export async function refuseStale({ name }: Subscription, ask: Ask, desk: Desk): Promise<Reply> {
  const { language, watch } = await wordsFor(ask, desk);
  return {
    kind: 'refused',
    lines: [editWordsIn(language).changedMeanwhile(name)],
    actions: [{ label: watch.actions.changeIt, command: `watch edit ${name}`, opensForm: true }],
  };
}
