import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { OwnFeed } from '#feed/own-feed.ts';
import { sameAddress } from '#feed/same-address.ts';
import { shownAddress } from '#feed/shown-address.ts';
import { webAddressOf } from '#feed/web-address-of.ts';

/** By when they were added, as the undo of a whole list names them. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** `feed remove`: by number in the list, name, address, or the moment at which a list was taken over. */
export const feedRemove: Command = {
  path: ['feed', 'remove'],
  pathInFrench: ['flux', 'retirer'],
  description: { en: 'Stop reading a feed of this workspace', fr: 'Ne plus lire un flux de cet espace' },
  options: [
    {
      name: 'feed',
      nameInFrench: 'flux',
      description: { en: 'Its number in the list, or its name', fr: 'Son numéro dans la liste, ou son nom' },
      kind: 'text',
      isRequired: true,
      suggests: 'own-feeds',
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const named = (ask.options['feed'] ?? '').trim();
    const own = await desk.ledger.ownFeeds.listByWorkspace(ask.channel.workspace);
    const meant = findOwn(named, own);
    if (meant.length === 0) return notFound(named, own.length, { ask, words, desk });

    await removeAll(meant, ask, desk);
    return told(meant, words);
  },
};

function findOwn(named: string, own: readonly OwnFeed[]): readonly OwnFeed[] {
  if (/^\d{1,3}$/.test(named)) return own.slice(Number(named) - 1).slice(0, named === '0' ? 0 : 1);
  if (MOMENT.test(named)) return own.filter(({ addedAt }) => addedAt === named);
  const address = webAddressOf(named)?.url;
  const isMeant = ({ name, feed }: OwnFeed): boolean =>
    feed.id === named ||
    name.toLowerCase() === named.toLowerCase() ||
    (address !== undefined && sameAddress(address) === sameAddress(feed.url));
  return own.filter(isMeant).slice(0, 1);
}

async function removeAll(
  removed: readonly OwnFeed[],
  { channel, who }: Ask,
  { ledger, catalogue, clock }: Desk,
): Promise<void> {
  const now = clock();
  const { workspace } = channel;
  const audited = { workspace, channel: channel.id, who, at: now.toISOString(), what: 'feed remove' };
  await ledger.transaction(async ({ ownFeeds, feeds, workspaces }) => {
    for (const { feed, name } of removed) {
      await ownFeeds.remove(feed.id, now);
      await feeds.forget(feed.id);
      await workspaces.audit({ ...audited, detail: name });
    }
  });
  await catalogue.refresh(ledger);
}

/** One is brought back by a button; of several each would need its own. */
function told(removed: readonly OwnFeed[], words: ReplyWords): Reply {
  const [first, ...more] = removed;
  if (first === undefined || more.length > 0)
    return { kind: 'done', lines: [words.feed.removedSeveral(removed.length)] };
  return {
    kind: 'done',
    lines: [words.feed.removed(first.name)],
    actions: [{ label: words.actions.undo, command: `feed add ${first.feed.id}` }],
  };
}

function notFound(
  named: string,
  has: number,
  { ask, words, desk }: { readonly ask: Ask; readonly words: ReplyWords; readonly desk: Desk },
): Reply {
  const everyones = nameOfEveryones(named, ask, desk);
  const address = webAddressOf(named)?.url;
  const shown = address === undefined ? named : shownAddress(address);
  return {
    kind: 'refused',
    lines: [everyones === undefined ? words.feed.noSuchFeed(shown, has) : words.feed.isEveryones(everyones)],
    actions: [{ label: words.actions.list, command: 'feed list' }],
  };
}

/** The outlet of a feed that everyone reads, where that is what was named. */
function nameOfEveryones(named: string, { channel }: Ask, { catalogue }: Desk): string | undefined {
  const outlets = [...catalogue.outletsFor(undefined).values()];
  const byName = outlets.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  const address = webAddressOf(named)?.url;
  const feed = address === undefined ? undefined : catalogue.feedAt(address, channel.workspace);
  return byName?.name ?? (feed && catalogue.outlet(feed.outlet)?.name);
}
