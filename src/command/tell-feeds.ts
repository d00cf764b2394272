import type { Phrase } from '#card/phrase.ts';
import type { Desk } from '#command/command.ts';
import type { FeedFigures, HeldBackFigures, ReplyWords, SilentFigures } from '#command/reply-words.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';

/** Enough to go and look; the log names all. */
const NAMES_SHOWN = 3;
const REASONS_SHOWN = 3;

/** What is read, what does not answer, and what the flood rule holds back: a line each, for what there is. */
export async function tellFeeds(words: ReplyWords, desk: Desk): Promise<readonly Phrase[]> {
  const records = (await desk.ledger.feeds.listAll()).filter(({ feed }) => desk.feeds.has(feed));
  const silent = records.filter(({ failingSince }) => failingSince !== undefined);
  const parked = await desk.ledger.articles.countInState('parked');
  return [
    words.feedsRead(readFigures(records, desk)),
    ...(silent.length === 0 ? [] : [words.notRead(silentFigures(silent, desk))]),
    ...(parked.size === 0 ? [] : [words.heldBack(heldBackFigures(parked, desk))]),
  ];
}

function readFigures(records: readonly FeedRecord[], desk: Desk): FeedFigures {
  const lastReadAt = records
    .flatMap((record) => record.lastReadAt ?? [])
    .toSorted()
    .at(-1);
  return {
    all: desk.feeds.size,
    read: records.filter(isWell).length,
    ...(lastReadAt !== undefined && { lastReadAt }),
  };
}

const isWell = ({ lastReadAt, failingSince }: FeedRecord): boolean =>
  lastReadAt !== undefined && failingSince === undefined;

/** An outlet of several silent feeds is named once, with the longest silence. */
function silentFigures(silent: readonly FeedRecord[], desk: Desk): SilentFigures {
  const sinceByName = new Map<string, string>();
  for (const { feed, failingSince = '' } of silent) {
    const name = nameOf(desk.feeds.get(feed)?.outlet, desk);
    const known = sinceByName.get(name);
    if (known === undefined || failingSince < known) sinceByName.set(name, failingSince);
  }
  const longest = [...sinceByName].toSorted(([, one], [, other]) => one.localeCompare(other, 'en'));
  return {
    feeds: silent.length,
    outlets: sinceByName.size,
    named: longest.slice(0, NAMES_SHOWN).map(([outlet, since]) => ({ outlet, since })),
    reasons: reasonsOf(silent),
  };
}

function reasonsOf(silent: readonly FeedRecord[]): SilentFigures['reasons'] {
  const known = silent.flatMap(({ lastFailure }) => lastFailure ?? []);
  return [...Map.groupBy(known, (reason) => reason)]
    .map(([reason, feeds]) => ({ reason: reason.replace(/\.$/, ''), feeds: feeds.length }))
    .toSorted((one, other) => other.feeds - one.feeds)
    .slice(0, REASONS_SHOWN);
}

function heldBackFigures(parked: ReadonlyMap<OutletId, number>, desk: Desk): HeldBackFigures {
  const most = [...parked].toSorted(([, one], [, other]) => other - one);
  return {
    articles: most.reduce((sum, [, articles]) => sum + articles, 0),
    outlets: most.length,
    named: most
      .slice(0, NAMES_SHOWN)
      .map(([outlet, articles]) => ({ outlet: nameOf(outlet, desk), articles })),
  };
}

const nameOf = (outlet: OutletId | undefined, { outlets }: Desk): string =>
  outlet === undefined ? '' : (outlets.get(outlet)?.name ?? outlet);
