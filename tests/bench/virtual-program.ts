import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { FeedParser, Item } from '#article/item.ts';
import type { Messenger } from '#channel/messenger.ts';
import type { Knowledge } from '#compose/open-knowledge.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { oweDigests } from '#delivery/owe-digests.ts';
import { openSettling } from '#delivery/settling.ts';
import { Catalogue } from '#feed/catalogue.ts';
import { type Feed, feedIdOf } from '#feed/feed.ts';
import type { FeedVisit, VisitRequest } from '#feed/feed-visit.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { visitDueFeeds } from '#feed/visit-due-feeds.ts';
import { carryUnchanged } from '#journey/carry-unchanged.ts';
import type { Stages } from '#journey/stages.ts';
import { carryVisit } from '#journey.ts';
import { openLane } from '#kernel/lane.ts';
import { type Log, silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Ledger } from '#ledger.ts';
import { StoryWindows } from '#story/story-windows.ts';
import { WatchedTopics } from '#subscription/watched-topics.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';
import { diceFrom } from './dice.ts';

/** What a feed answers at a moment: an edition that it names, with what stands in it then. */
export type Publisher = (
  outlet: OutletId,
  now: Date,
) => {
  readonly edition: string;
  readonly items: () => readonly Item[];
};

/** The program's own road from a visit to a sent card, on a clock that is moved by hand and without any network. */
export type VirtualProgram = AsyncDisposable & {
  readonly ledger: Ledger;
  readonly clock: { now: Date };
  /** Visits the feeds that are due; gives how many it asked. */
  visit(): Promise<number>;
  /** Owes digests and sends everything that is due. */
  tell(): Promise<void>;
  /** What the database takes on the disk. */
  sizeInBytes(): Promise<number>;
};

/** What the program is made with. */
export type VirtualMeans = {
  readonly knowledge: Pick<Knowledge, 'lexicon' | 'detect'>;
  readonly outlets: readonly Outlet[];
  readonly publisher: Publisher;
  readonly messenger: Messenger;
  readonly start: Date;
  /** Stands in place of one that is moved by hand. */
  readonly clock?: { now: Date };
  /** Told when a channel is owed something new. */
  readonly onOwed?: () => void;
  /** When each outlet's feed, which is known already, is due; absent where all begin with their first visit, which tells nothing. */
  readonly dueAt?: (outlet: OutletId) => Date;
};

/** Opens the program over an empty database, which goes when it is disposed of. Whatever a stage cannot do is thrown. */
export async function virtualProgram(means: VirtualMeans): Promise<VirtualProgram> {
  const { knowledge, outlets, messenger, start } = means;
  const folder = mkdtempSync(join(tmpdir(), 'readout-virtual-'));
  const clock = means.clock ?? { now: start };
  const database = await openSqliteLedger({ file: join(folder, 'readout.sqlite'), clock: () => clock.now });
  const { ledger } = database;
  const feeds = outlets.map(feedOf);
  await ledger.feeds.register(
    feeds.map((feed) => {
      const record = newFeedRecord(feed, start);
      const nextVisitAt = means.dueAt?.(feed.outlet).toISOString();
      return nextVisitAt === undefined ? record : { ...record, isFirstVisitDone: true, nextVisitAt };
    }),
  );

  const dice = diceFrom(1);
  const around = {
    clock: () => clock.now,
    random: () => dice.below(1_000_000) / 1_000_000,
    log: loud,
    metrics: silentMetrics,
  };
  const stages: Stages = {
    ...around,
    ledger,
    parser: PARSER,
    lexicon: knowledge.lexicon,
    detect: knowledge.detect,
    summarizer: extractiveSummarizer,
    windows: new StoryWindows(),
    watched: new WatchedTopics(knowledge.lexicon),
    catalogue: new Catalogue({ feeds, outlets }),
    ...(means.onOwed && { onOwed: means.onOwed }),
    breathe: () => Promise.resolve(),
  };
  const settling = openSettling(
    () => clock.now.getTime(),
    () => clock.now,
  );
  const lane = openLane();
  return {
    ledger,
    clock,
    visit: () =>
      visitDueFeeds(
        {
          ...around,
          feeds: ledger.feeds,
          fetcher: { visit: (request) => Promise.resolve(answer(request, means.publisher, clock.now)) },
          carry: (record, visit) => lane(() => carryVisit(record, visit, stages)),
          carryUnchanged: (visits) => lane(() => carryUnchanged(visits, stages)),
        },
        { hostsAtOnce: 8, feedsPerRound: 1_000_000 },
      ),
    async tell() {
      await oweDigests({ ...stages, now: clock.now });
      await deliverDue({
        ...around,
        settling,
        ledger,
        messengers: new Map([[messenger.platform, messenger]]),
      });
    },
    sizeInBytes: () => database.sizeInBytes(),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

/** An outlet of no real name: it publishes in English, and belongs to itself. */
export const inventedOutlet = (name: string): Outlet => ({
  id: name as OutletId,
  name,
  kind: 'media',
  owner: name,
  languages: ['en'],
});

const hostOf = (outlet: OutletId): string => `${outlet}.example`;

function feedOf({ id }: Outlet): Feed {
  const url = `https://${hostOf(id)}/feed`;
  return { id: feedIdOf(url), url, outlet: id, language: 'en' };
}

function answer({ url, validators }: VisitRequest, publisher: Publisher, now: Date): FeedVisit {
  const outlet = new URL(url).host.slice(0, -'.example'.length) as OutletId;
  const { edition, items } = publisher(outlet, now);
  const etag = `"${edition}"`;
  if (validators.etag === etag) return { kind: 'unchanged', validators: { etag }, hints: {} };
  const bytes = new TextEncoder().encode(JSON.stringify(items()));
  return { kind: 'fresh', bytes, answeredBy: url, validators: { etag }, hints: {} };
}

/** Documents are items already: what is measured begins behind the parser. */
const PARSER: FeedParser = {
  parse: ({ bytes }) =>
    Promise.resolve({
      kind: 'rss',
      feed: {},
      items: JSON.parse(new TextDecoder().decode(bytes)) as Item[],
      problems: [],
    }),
};

/** Nothing may be quietly left out of what is measured. */
const loud: Log = {
  ...silentLog,
  error(event, fields, cause) {
    throw new Error(`${event} ${JSON.stringify(fields)}`, { cause });
  },
};
