import type { Ask, Command, Desk } from '#command/command.ts';
import { wordsFor } from '#command/words-for.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { parseQuery } from '#topic/parse-query.ts';

/** `watch remove`: by name, by anything that means the same, or by its number in the list. */
export const watchRemove: Command = {
  path: ['watch', 'remove'],
  description: 'Stop watching a topic in this channel',
  options: [
    { name: 'topic', description: 'Its name, or its number in the list', kind: 'text', isRequired: true },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const named = (ask.options['topic'] ?? '').trim();
    const watched = await desk.ledger.subscriptions.listByChannel(ask.channel.id);
    const subscription = findWatch(named, watched, desk);
    if (subscription === undefined) {
      return {
        kind: 'refused',
        lines: [words.doesNotWatch(ask.channel.name, named, watched.length)],
        actions: [{ label: words.actions.list, command: 'watch list' }],
      };
    }
    await removeWatch(subscription, ask, desk);
    return {
      kind: 'done',
      lines: [words.noLongerWatches(ask.channel.name, subscription.name)],
      actions: [{ label: words.actions.undo, command: `watch add --anyway ${subscription.name}` }],
    };
  },
};

function findWatch(
  named: string,
  watched: readonly Subscription[],
  { lexicon }: Desk,
): Subscription | undefined {
  if (/^\d{1,3}$/.test(named)) return watched[Number(named) - 1];
  const byName = watched.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  if (byName !== undefined) return byName;
  const parsed = parseQuery(named, lexicon);
  return parsed.kind === 'topic' ? watched.find(({ topic }) => topic === parsed.topic.id) : undefined;
}

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
