import { bodyHashOf } from '#feed/body-hash-of.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { FeedFetcher, FeedVisit } from '#feed/feed-visit.ts';
import { type Clock, MINUTE_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';

/** What the loop works with. */
export type VisitMeans = {
  readonly feeds: FeedStore;
  readonly fetcher: FeedFetcher;
  /** Takes one visit home: reads its document, keeps what is new and the record after it. Runs one at a time. */
  readonly carry: (record: FeedRecord, visit: FeedVisit) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/** How much at a time. */
export type VisitLimits = {
  /** Hosts asked at the same time; one connection to each. */
  readonly hostsAtOnce: number;
  /** Feeds taken in one round. */
  readonly feedsPerRound: number;
  /** When aborted, no further feed is visited; visits under way are still carried. */
  readonly signal?: AbortSignal;
};

/** When a visit could not be carried, the publisher is left in peace for so long. */
const AFTER_FAULT_MS = 10 * MINUTE_MS;

/**
 * Visits the feeds that are due, and resolves to how many it visited when all are carried. Never throws for one
 * feed's sake: what goes wrong with one is logged, and that feed comes again with the validators it had.
 */
export async function visitDueFeeds(means: VisitMeans, limits: VisitLimits): Promise<number> {
  const due = await means.feeds.listDue(means.clock(), limits.feedsPerRound);
  const hosts = groupByHost(due).values();
  const lane = openLane();
  let visited = 0;

  async function visitHosts(): Promise<void> {
    for (const records of hosts) {
      for (const record of records) {
        if (limits.signal?.aborted === true) return;
        visited += 1;
        await visitAndCarry(record, means, lane);
      }
    }
  }

  // All share one iterator, so each takes the next host when it is done with its last.
  await Promise.all(Array.from({ length: limits.hostsAtOnce }, visitHosts));
  return visited;
}

type Lane = (work: () => Promise<void>) => Promise<void>;

/** Work handed in is done one piece after the other, in the order it came. */
function openLane(): Lane {
  let last: Promise<void> = Promise.resolve();
  return async (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

function groupByHost(records: readonly FeedRecord[]): ReadonlyMap<string, readonly FeedRecord[]> {
  return Map.groupBy(records, ({ url }) => URL.parse(url)?.host ?? url);
}

/** The border: what goes wrong with one feed ends here. */
async function visitAndCarry(record: FeedRecord, means: VisitMeans, lane: Lane): Promise<void> {
  try {
    const visit = await means.fetcher.visit({ url: record.url, validators: record.validators });
    await lane(() => means.carry(record, asUnchanged(record, visit)));
  } catch (cause) {
    means.log.error('feed.visit_not_carried', { feed: record.feed }, cause);
    await postpone(record, means);
  }
}

/** A document known by its bytes is unchanged, whatever its validators say. */
function asUnchanged(record: FeedRecord, visit: FeedVisit): FeedVisit {
  if (visit.kind !== 'fresh' || record.bodyHash !== bodyHashOf(visit.bytes)) return visit;
  const { validators, hints, movedTo } = visit;
  return { kind: 'unchanged', validators, hints, ...(movedTo !== undefined && { movedTo }) };
}

async function postpone(record: FeedRecord, { feeds, clock, log }: VisitMeans): Promise<void> {
  const nextVisitAt = new Date(clock().getTime() + AFTER_FAULT_MS).toISOString();
  try {
    await feeds.save({ ...record, nextVisitAt });
  } catch (cause) {
    log.error('feed.not_postponed', { feed: record.feed }, cause);
  }
}
