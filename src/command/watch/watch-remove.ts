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
  description: { en: 'Stop watching a topic in this channel', fr: 'Ne plus suivre un sujet dans ce salon' },
  options: [watchedTopic],
  isChanging: true,
  run: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const words = await wordsFor(ask, desk);
    return {
      kind: 'done',
      lines: [words.noLongerWatches(ask.channel.name, found.watch.name)],
      actions: await removeWatch(found.watch, ask, desk),
    };
  },
};

async function removeWatch(watch: Subscription, ask: Ask, desk: Desk): Promise<readonly Action[]> {
  const made = await makeChange('watch remove', ask, desk, async (stores, now) => {
    const stories = await endWatching(watch, stores, now);
    if (stories === undefined) return undefined;
    return {
      result: undefined,
      detail: watch.name,
      opposite: `watch add --anyway ${watch.name}`,
      inverse: { kind: 'restore-watch', watch, stories },
    };
  });
  return made?.undo ?? [];
}
