import type { Action } from '#channel/action.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { makeChange } from '#command/undo/make-change.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { OwnFeed } from '#feed/own-feed.ts';
import { sameAddress } from '#feed/same-address.ts';
import { shownAddress } from '#feed/shown-address.ts';
import { webAddressOf } from '#feed/web-address-of.ts';

/** `feed remove`: by number in the list, name or address. */
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
    if (meant === undefined) return notFound(named, own.length, { ask, words, desk });

    const undo = await removeFeed(meant, ask, desk);
    return { kind: 'done', lines: [words.feed.removed(meant.name)], actions: undo };
  },
};

function findOwn(named: string, own: readonly OwnFeed[]): OwnFeed | undefined {
  if (/^\d{1,3}$/.test(named)) return own[Number(named) - 1];
  const address = webAddressOf(named)?.url;
  return own.find(
    ({ name, feed }) =>
      feed.id === named ||
      name.toLowerCase() === named.toLowerCase() ||
      (address !== undefined && sameAddress(address) === sameAddress(feed.url)),
  );
}

async function removeFeed({ feed, name }: OwnFeed, ask: Ask, desk: Desk): Promise<readonly Action[]> {
  const made = await makeChange('feed remove', ask, desk, async ({ ownFeeds, feeds }, now) => {
    await ownFeeds.remove(feed.id, now);
    await feeds.forget(feed.id);
    return { result: undefined, detail: name, inverse: { kind: 'restore-feeds', feeds: [feed.id] } };
  });
  await desk.catalogue.refresh(desk.ledger);
  return made.undo;
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
