import type { Phrase } from '#card/phrase.ts';
import { writtenLength } from '#card/phrase-of.ts';
import type { Action } from '#channel/action.ts';
import { cutIntoPages } from '#command/button/cut-into-pages.ts';
import { pageOption } from '#command/button/page-option.ts';
import type { Command, Desk } from '#command/command.ts';
import type { FeedWords, OwnFeedFigures } from '#command/words/feed-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { OwnFeed } from '#feed/own-feed.ts';
import { shownAddress } from '#feed/shown-address.ts';

/** As many as one message holds on every platform. */
const LINES_A_PAGE = 20;

/** `feed list`: what this workspace reads of its own, and how much everyone reads; `--all` lists that too. */
export const feedList: Command = {
  path: ['feed', 'list'],
  pathInFrench: ['flux', 'liste'],
  description: { en: 'Which feeds are read here', fr: 'Quels flux sont lus ici' },
  options: [
    {
      name: 'all',
      nameInFrench: 'tous',
      description: { en: 'Also those that everyone reads', fr: 'Aussi ceux que tous lisent' },
      kind: 'flag',
      isRequired: false,
    },
    pageOption({ en: 'Twenty lines each', fr: 'Vingt lignes chacune' }),
  ],
  isChanging: false,
  run: async (ask, desk) => {
    const { feed: words } = await wordsFor(ask, desk);
    const isAll = ask.options['all'] !== undefined;
    const own = await desk.ledger.ownFeeds.listByWorkspace(ask.channel.workspace);
    const figures = await Promise.all(own.map((one, index) => figuresOf(one, index + 1, desk)));
    const rows = [
      words.own(own.length),
      ...figures.map(words.ownLine),
      words.everyones(desk.catalogue.feedsFor(undefined).length, desk.catalogue.outletsFor(undefined).size),
      ...(isAll ? everyonesLines(words, desk) : []),
    ];
    const page = await cutIntoPages(
      { command: feedList, rows, rowsAPage: LINES_A_PAGE, lengthOf: writtenLength },
      ask,
      desk,
    );
    return {
      kind: 'answer',
      lines: [...page.rows, ...page.lines],
      actions: isAll ? [] : actionsFor(own.length, words),
      ...page.buttons,
    };
  },
};

async function figuresOf(
  { feed, name, addedBy, addedAt }: OwnFeed,
  number: number,
  { ledger }: Desk,
): Promise<OwnFeedFigures> {
  const record = await ledger.feeds.find(feed.id);
  return {
    number,
    name,
    address: shownAddress(feed.url),
    by: addedBy,
    since: addedAt,
    ...(record?.lastReadAt !== undefined && { readAt: record.lastReadAt }),
    ...(record?.failingSince !== undefined && { failingSince: record.failingSince }),
  };
}

const everyonesLines = (words: FeedWords, { catalogue }: Desk): readonly Phrase[] =>
  catalogue
    .feedsFor(undefined)
    .map(({ outlet, url }) =>
      words.everyonesLine(catalogue.outlet(outlet)?.name ?? outlet, shownAddress(url)),
    );

const actionsFor = (own: number, { actions }: FeedWords): readonly Action[] => [
  { label: actions.more, command: 'feed list --all' },
  ...(own === 0 ? [{ label: actions.addOne, command: 'feed add example.org/news' }] : []),
];
