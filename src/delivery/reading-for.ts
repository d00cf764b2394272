import type { Reading } from '#card/compose-digest.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import { isOutage } from '#feed/outages.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { namedTopics, topicsRestingOn } from '#topic/topics-resting-on.ts';

/** Who reads, and which topics they are told of, by what they wrote. */
type Reader = { readonly workspace: WorkspaceId; readonly topics: readonly string[] };

/**
 * How much of what a workspace sees is read at the moment, and which outlets are not, the longest silent first, each
 * with those of the topics that may miss something by it.
 */
export async function readingFor(
  { workspace, topics }: Reader,
  {
    ledger,
    catalogue,
    lexicon,
    now,
  }: {
    readonly ledger: { readonly feeds: FeedStore };
    readonly catalogue: Catalogue;
    readonly lexicon: Lexicon;
    readonly now: Date;
  },
): Promise<Reading> {
  const feeds = new Map(
    catalogue.feedsFor(workspace).map((feed) => [feed.id, catalogue.outlet(feed.outlet)]),
  );
  const failing = (await ledger.feeds.listFailing()).filter(({ feed }) => feeds.has(feed));
  const named = failing.length === 0 ? [] : namedTopics(topics, lexicon);
  const outages = failing
    .filter((record) => isOutage(record, feeds.get(record.feed)?.kind, now))
    .flatMap(({ feed, failingSince }) => {
      if (failingSince === undefined) return [];
      const outlet = feeds.get(feed);
      const resting = outlet === undefined ? [] : topicsRestingOn(outlet, named, { lexicon, now });
      return [{ outlet: outlet?.name ?? feed, since: failingSince, topics: resting }];
    })
    .toSorted((one, other) => one.since.localeCompare(other.since, 'en'));
  return { feeds: feeds.size, read: feeds.size - failing.length, outages };
}
