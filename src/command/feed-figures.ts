import type { Desk } from '#command/command.ts';
import type { FeedFigures } from '#command/reply-words.ts';
import type { FeedRecord } from '#feed/feed.ts';

/** How many feeds are read, when one last was, and which do not answer. */
export async function feedFigures(desk: Desk): Promise<FeedFigures> {
  const records = (await desk.ledger.feeds.listAll()).filter(({ feed }) => desk.feeds.has(feed));
  const lastReadAt = records
    .flatMap((record) => record.lastReadAt ?? [])
    .toSorted()
    .at(-1);
  return {
    all: desk.feeds.size,
    read: records.filter(isWell).length,
    ...(lastReadAt !== undefined && { lastReadAt }),
    silent: records.flatMap((record) => silenceOf(record, desk)),
  };
}

const isWell = ({ lastReadAt, failingSince }: FeedRecord): boolean =>
  lastReadAt !== undefined && failingSince === undefined;

function silenceOf({ feed, failingSince }: FeedRecord, { feeds, outlets }: Desk): FeedFigures['silent'] {
  const outlet = feeds.get(feed)?.outlet;
  if (failingSince === undefined || outlet === undefined) return [];
  return [{ outlet: outlets.get(outlet)?.name ?? outlet, since: failingSince }];
}
