import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import type { FeedFigures, HeldBackFigures, ReplyWords, SilentFigures } from '#command/words/reply-words.ts';
import type { Feed, FeedId, FeedRecord } from '#feed/feed.ts';
import { type FeedHealth, healthOf, isRead } from '#feed/health-of.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';

/** Enough to go and look; the log names all. */
const NAMES_SHOWN = 3;
const REASONS_SHOWN = 3;

/** What a workspace can see of feeds: everyone's, and its own. */
type Sight = {
  readonly feeds: ReadonlyMap<FeedId, Feed>;
  readonly outlets: ReadonlyMap<OutletId, Outlet>;
};

/**
 * What is read for this channel, what does not answer, and what the flood rule holds back: a line each, for what there
 * is. Feeds of other workspaces are neither named nor counted.
 */
export async function tellFeeds(
  { workspace }: ChannelRef,
  words: ReplyWords,
  { catalogue, ledger, clock }: Desk,
): Promise<readonly Phrase[]> {
  const sight: Sight = {
    feeds: new Map(catalogue.feedsFor(workspace).map((feed) => [feed.id, feed])),
    outlets: catalogue.outletsFor(workspace),
  };
  const records = (await ledger.feeds.listAll()).filter(({ feed }) => sight.feeds.has(feed));
  const now = clock();
  const read = records.filter((record) => isRead(healthOf(record, now)));
  const silent = records.filter((record) => isSilent(healthOf(record, now)));
  const allParked = await ledger.articles.countInState('parked');
  const parked = new Map([...allParked].filter(([outlet]) => sight.outlets.has(outlet)));
  return [
    words.feedsRead(readFigures(records, read.length, sight)),
    ...(silent.length === 0 ? [] : [words.notRead(silentFigures(silent, sight))]),
    ...(parked.size === 0 ? [] : [words.heldBack(heldBackFigures(parked, sight))]),
  ];
}

function readFigures(records: readonly FeedRecord[], read: number, { feeds }: Sight): FeedFigures {
  const lastReadAt = records
    .flatMap((record) => record.lastReadAt ?? [])
    .toSorted()
    .at(-1);
  return {
    all: feeds.size,
    read,
    ...(lastReadAt !== undefined && { lastReadAt }),
  };
}

/** What was never read is not silent: it may not have been asked yet. */
const isSilent = (health: FeedHealth): boolean => health.kind !== 'not-read-yet' && !isRead(health);

/** An outlet of several silent feeds is named once, with the longest silence. */
function silentFigures(silent: readonly FeedRecord[], sight: Sight): SilentFigures {
  const sinceByName = new Map<string, string>();
  for (const { feed, failingSince = '' } of silent) {
    const name = nameOf(sight.feeds.get(feed)?.outlet, sight);
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

function heldBackFigures(parked: ReadonlyMap<OutletId, number>, sight: Sight): HeldBackFigures {
  const most = [...parked].toSorted(([, one], [, other]) => other - one);
  return {
    articles: most.reduce((sum, [, articles]) => sum + articles, 0),
    outlets: most.length,
    named: most
      .slice(0, NAMES_SHOWN)
      .map(([outlet, articles]) => ({ outlet: nameOf(outlet, sight), articles })),
  };
}

const nameOf = (outlet: OutletId | undefined, { outlets }: Sight): string =>
  outlet === undefined ? '' : (outlets.get(outlet)?.name ?? outlet);
