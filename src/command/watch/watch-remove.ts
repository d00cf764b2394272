import type { Ask, Command, Desk } from '#command/command.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { wordsFor } from '#command/words/words-for.ts';
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
    await removeWatch(found.watch, ask, desk);
    return {
      kind: 'done',
      lines: [words.noLongerWatches(ask.channel.name, found.watch.name)],
      actions: [{ label: words.actions.undo, command: `watch add --anyway ${found.watch.name}` }],
    };
  },
};

async function removeWatch(
  { id, name }: Subscription,
  { channel, who }: Ask,
  { ledger, clock }: Desk,
): Promise<void> {
  const at = clock().toISOString();
  await ledger.transaction(async (stores) => {
    await stores.subscriptions.remove(id);
    await stores.workspaces.audit({
      workspace: channel.workspace,
      channel: channel.id,
      who,
      at,
      what: 'watch remove',
      detail: name,
    });
  });
}
