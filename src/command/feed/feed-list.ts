import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { Command, Desk } from '#command/command.ts';
import type { FeedWords, OwnFeedFigures } from '#command/words/feed-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { OwnFeed } from '#feed/own-feed.ts';
import { shownAddress } from '#feed/shown-address.ts';

/** As many as one message holds on every platform. */
const PAGE = 20;

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
    {
      name: 'page',
      nameInFrench: 'page',
      description: { en: 'The next ones of a long list', fr: 'La suite d’une longue liste' },
      kind: 'number',
      isRequired: false,
    },
  ],
  isChanging: false,
  run: async (ask, desk) => {
    const { feed: words } = await wordsFor(ask, desk);
    const isAll = ask.options['all'] !== undefined;
    const page = Math.max(1, Math.trunc(Number(ask.options['page'] ?? 1)) || 1);
    const own = await desk.ledger.ownFeeds.listByWorkspace(ask.channel.workspace);
    const figures = await Promise.all(own.map((one, index) => figuresOf(one, index + 1, desk)));
    const everyones = everyonesLines(words, desk);
    return {
      kind: 'answer',
      lines: [
        ...(page === 1 ? [words.own(own.length), ...figures.map(words.ownLine)] : []),
        words.everyones(desk.catalogue.feedsFor(undefined).length, desk.catalogue.outletsFor(undefined).size),
        ...(isAll ? everyones.slice((page - 1) * PAGE, page * PAGE) : []),
      ],
      actions: actionsFor({ isAll, page, isMore: page * PAGE < everyones.length, has: own.length }, words),
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

function actionsFor(
  shown: {
    readonly isAll: boolean;
    readonly page: number;
    readonly isMore: boolean;
    readonly has: number;
  },
  { actions }: FeedWords,
): readonly Action[] {
  const { isAll, page, isMore, has } = shown;
  const more = { label: actions.more, command: `feed list --all page:${isAll ? page + 1 : 1}` };
  const addOne = { label: actions.addOne, command: 'feed add example.org/news' };
  return [...(isMore || !isAll ? [more] : []), ...(has === 0 && page === 1 && !isAll ? [addOne] : [])];
}
