import type { Action } from '#channel/action.ts';
import type { Ask, Command, Desk } from '#command/command.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { endWatching } from '#delivery/end-watching.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** `watch remove`: by name, by anything that means the same, or by its number in the list. */
export const watchRemove: Command = {
  path: ['watch', 'remove'],
  pathInFrench: ['veille', 'retirer'],
  description: { en: 'Stop watching a topic in this channel', fr: 'Ne plus suivre un sujet ici' },
  options: [watchedTopic],
  isChanging: true,
  run: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const words = await wordsFor(ask, desk);
    const { cards, undo } = await removeWatch(found.watch, ask, desk);
    return {
      kind: 'done',
      lines: [words.noLongerWatches(ask.channel.name, found.watch.name, cards)],
      actions: undo,
    };
  },
};

/** What was removed: how many cards of it stand, and the button that takes it back. */
type Removed = { readonly cards: number; readonly undo: readonly Action[] };

async function removeWatch(watch: Subscription, ask: Ask, desk: Desk): Promise<Removed> {
  const made = await makeChange('watch remove', ask, desk, async (stores, now) => {
    const stories = await endWatching(watch, stores, now);
    if (stories === undefined) return undefined;
    return {
      result: stories.filter(({ state }) => state === 'posted' || state === 'joined').length,
      detail: watch.name,
      opposite: `watch add --anyway ${watch.name}`,
      inverse: { kind: 'restore-watch', watch, stories },
    };
  });
  return { cards: made?.result ?? 0, undo: made?.undo ?? [] };
}
