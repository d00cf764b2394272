import type { Command } from '#command/command.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { holdsKey } from '#feed/holds-key.ts';
import { writeOpml } from '#feed/write-opml.ts';

/** `feed export`: this workspace's own feeds as an OPML list; an address that holds a key is in none. */
export const feedExport: Command = {
  path: ['feed', 'export'],
  pathInFrench: ['flux', 'exporter'],
  description: {
    en: 'The feeds of this workspace as an OPML list',
    fr: 'Les flux de cet espace en liste OPML',
  },
  options: [],
  isChanging: false,
  run: async (ask, desk) => {
    const { feed: words } = await wordsFor(ask, desk);
    const own = await desk.ledger.ownFeeds.listByWorkspace(ask.channel.workspace);
    const given = own.filter(({ feed }) => !holdsKey(feed.url));
    const keptBack = own.length - given.length;
    const keptBackLines = keptBack === 0 ? [] : [words.keptBack(keptBack)];
    if (given.length === 0) return { kind: 'answer', lines: [words.nothingToExport, ...keptBackLines] };
    const feeds = given.map(({ feed, name }) => ({ url: feed.url, title: name }));
    return {
      kind: 'answer',
      lines: [words.exported(given.length), ...keptBackLines],
      file: { name: 'readout-feeds.opml', text: writeOpml(feeds, words.listTitle) },
    };
  },
};
