import type { OpenedDatabase } from '#adapters/database/opened-database.ts';
import { pageProbe } from '#adapters/http/page-probe.ts';
import type { PageFetch } from '#adapters/http/polite-pages.ts';
import { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import type { PageReader } from '#article/page-reader.ts';
import type { Platform } from '#channel/channel.ts';
import type { ChatPlatforms, PlatformState } from '#channel/chat-platforms.ts';
import type { Messenger } from '#channel/messenger.ts';
import { noteLeft } from '#channel/note-left.ts';
import { welcomeOperator } from '#channel/operator-channel.ts';
import type { Desk } from '#command/command.ts';
import { AttemptLimit } from '#command/feed/attempt-limit.ts';
import { feedSearchOver } from '#compose/feed-search-over.ts';
import { followersOf } from '#compose/followers-of.ts';
import { forgetOld } from '#compose/forget-old.ts';
import { freeDiskBytes } from '#compose/free-disk-bytes.ts';
import { freshToken } from '#compose/fresh-token.ts';
import { gather } from '#compose/gather.ts';
import { openCatalogue } from '#compose/open-catalogue.ts';
import { openDatabase } from '#compose/open-database.ts';
import { openPlatforms } from '#compose/open-platforms.ts';
import { openStages } from '#compose/open-stages.ts';
import { openTerminal, welcomeTerminal } from '#compose/open-terminal.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import { tellDisk } from '#compose/tell-disk.ts';
import { underWay } from '#compose/under-way.ts';
import { userAgentOf } from '#compose/user-agent-of.ts';
import type { Config } from '#config/read-config.ts';
import { checkAddresses } from '#delivery/check-addresses.ts';
import { type DeliveryTally, deliverDue } from '#delivery/deliver-due.ts';
import { oweDigests } from '#delivery/owe-digests.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import { openSettling } from '#delivery/settling.ts';
import { tellOutages } from '#delivery/tell-outages.ts';
import { tryPlatformsAgain } from '#delivery/try-platforms-again.ts';
import { upgradeTidings } from '#delivery/upgrade-tidings.ts';
import type { FeedId } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { OutletId } from '#feed/outlet.ts';
import { type UnchangedVisit, visitDueFeeds } from '#feed/visit-due-feeds.ts';
import { carryRulings } from '#journey/carry-rulings.ts';
import { carryUnchanged } from '#journey/carry-unchanged.ts';
import { indexOlder } from '#journey/index-older.ts';
import type { Carried, Stages } from '#journey/stages.ts';
import { carryVisit, releaseParked, rereadArticles, withPagesAhead } from '#journey.ts';
import { openBell } from '#kernel/bell.ts';
import { openLane } from '#kernel/lane.ts';
import type { Lease, Ledger } from '#ledger.ts';

/** The composed program, not yet beating. Disposing it stops what is under way and closes everything in order. */
export type Readout = AsyncDisposable & {
  readonly ledger: Ledger;
  readonly lease: Lease;
  /** Connects the chat platforms that are not, and notes where the program is; people are answered from then on. */
  connect(): Promise<void>;
  platforms(): readonly PlatformState[];
  /** Visits every feed that is due; resolves to how many it visited, when all they brought is kept. */
  visit(): Promise<number>;
  /** Sends everything that is due. A round that is under way already looks again for it, and is given. */
  deliver(): Promise<DeliveryTally>;
  /** Makes a round of delivery that is under way look for what became due since it began. */
  wake(): void;
  /** Asks for addresses of articles on cards that are due; gives how many. */
  checkAddresses(): Promise<number>;
  /** Owes channels the digests and lists whose hour has come; gives how many. */
  oweDigests(): Promise<number>;
  /** Owes the operator what there is to tell of feeds that fail or recover; gives how much that is. */
  tellOutages(): Promise<number>;
  /** Keeps the words of some articles that an earlier version read without; tells whether some may be left. */
  indexOlder(): Promise<boolean>;
  /** Owes the operator a word where the disk of a SQLite database is nearly full. */
  tellDisk(): Promise<boolean>;
  /** Deletes a little of what is kept no longer; tells whether more is to be done today. */
  forgetOld(): Promise<boolean>;
  /** Carries what was decided about stories; gives how much that was. */
  carryRulings(): Promise<number>;
  /** Tries the articles again that a stage could not read. */
  reread(): Promise<Carried>;
  /** Carries what the flood rule held back of an outlet; `undefined` where the catalogue does not know it. */
  release(outlet: OutletId): Promise<Carried | undefined>;
};

/** How the program comes by the right to work, and who is told when another has taken it over. */
export type Claim = {
  /** Names this process in the lease. */
  readonly holder: string;
  /** Resolves when the holder has the lease. */
  readonly take: (lease: Lease) => Promise<void>;
  /** Nothing is kept or sent any more, and the program has to be ended; told as often as something is tried. */
  readonly onLost: () => void;
};

const FEEDS_A_ROUND = 500;
const REREAD_AT_ONCE = 1_000;
const INDEXED_AT_ONCE = 100;

/**
 * Composes the program: the database is opened, and once the lease is taken feeds are registered, the window of
 * stories is filled and the terminal is known. Nothing is visited, sent or connected before it is asked to. Without a
 * claim nothing else may work with the database.
 */
export async function composeReadout(
  config: Config,
  surroundings: Surroundings,
  claim?: Claim,
): Promise<Readout> {
  await using opening = new AsyncDisposableStack();
  const { clock, stopwatch, random, log, metrics } = surroundings;
  const database = opening.use(await openDatabase(config, clock));
  const stopping = new AbortController();
  // Given back last of all: without it nothing that is brought home can be written down.
  if (claim !== undefined) opening.defer(() => database.lease.release(claim.holder));
  const ledger = await ledgerToWorkWith(database, claim, stopping);
  const settling = openSettling(stopwatch, clock);
  await registerFeeds(config, ledger, clock());
  await welcomeTerminal(config, ledger, clock);
  await welcomeOperator(config.settings.operator, config.settings, ledger.workspaces);
  await tellUpgrade(database, ledger, clock());
  if (claim !== undefined) await tryPlatformsAgain(ledger, clock());
  const opened = await openStages(config, ledger, surroundings);

  const { file, url } = config.settings.database;
  const desk: Desk = {
    ...opened,
    search: feedSearchOver(() => fetcher),
    attempts: new AttemptLimit(),
    mostWatches: config.settings.limits.watchesAWorkspace,
    freshToken,
    databaseBytes: () => database.sizeInBytes(),
    ...(url === undefined && { freeDiskBytes: () => freeDiskBytes(file) }),
    platforms: () => platforms.states(),
    release: (outlet) => release(outlet),
  };
  const answers = underWay();
  opening.defer(answers.over);
  const platforms = opening.use(openPlatforms(config, { desk, track: answers.track }, surroundings));
  const terminal = openTerminal(config, surroundings);

  const { track, over } = underWay();
  // Disposed in the reverse order: nothing new begins, requests are cut off, what is under way is brought home, nobody
  // is listened to any more, and last of all the answers that were begun are given what they need of the database.
  opening.defer(over);
  const fetcher = opening.use(
    undiciFeedFetcher({ ...config.settings.feeds, userAgent: userAgentOf(config.settings) }),
  );
  opening.defer(() => stopping.abort());
  const pages = config.settings.feeds.readsOfficialPages ? { pages: await openPages(fetcher.fetchPage) } : {};
  const stages: Stages = { ...opened, ...pages, stopping: stopping.signal };
  // Whatever puts articles into stories passes one lane: two at once would not see each other.
  const lane = openLane();
  const carry: Parameters<typeof visitDueFeeds>[0]['carry'] = async (record, visit) => {
    // A visit that we cut off ourselves says nothing of the feed: it stays due.
    if (stopping.signal.aborted && visit.kind === 'failed') return;
    const prepared = await withPagesAhead(record, visit, stages);
    await lane(() => carryVisit(record, visit, prepared));
  };
  const bringHome = (visits: readonly UnchangedVisit[]) => lane(() => carryUnchanged(visits, stages));
  const countFollowers = (feeds: readonly FeedId[]) =>
    followersOf(feeds, opened.catalogue, ledger.subscriptions);
  const followers = config.settings.feeds.tellsPublishers ? { followersOf: countFollowers } : {};
  const limits = {
    hostsAtOnce: config.settings.feeds.atOnce,
    feedsPerRound: FEEDS_A_ROUND,
    signal: stopping.signal,
  };
  const release = async (id: OutletId): Promise<Carried | undefined> => {
    const outlet = stages.catalogue.outlet(id);
    return outlet && track(lane(() => releaseParked(outlet, stages)));
  };
  const checking = config.settings.feeds.checksAddresses
    ? { ...stages, lane, probe: pageProbe(fetcher.fetchPage), signal: stopping.signal }
    : undefined;
  const bell = openBell();
  let round: Promise<DeliveryTally> | undefined;
  const disk = { clock, databaseBytes: () => database.sizeInBytes() };
  const forget = forgetOld(ledger, config.settings.keeping, { clock, log });
  const kept = opening.move();
  return {
    ledger,
    lease: database.lease,
    connect: async () => {
      await platforms.connect();
      await track(noteLeft(platforms.present(), ledger.workspaces, { now: clock(), log }));
    },
    platforms: () => platforms.states(),
    visit: async () => {
      await opened.catalogue.refresh(ledger);
      const home = { carry, carryUnchanged: bringHome };
      return track(
        visitDueFeeds({ feeds: ledger.feeds, fetcher, ...home, ...followers, clock, log }, limits),
      );
    },
    deliver: () => {
      bell.ring();
      if (round !== undefined) return round;
      const messengers = messengersOf(terminal, platforms);
      const around = { clock, settling, random, log, metrics };
      const turns = { woken: bell.next, gather, stopping: stopping.signal };
      round = track(deliverDue({ ledger, messengers, ...around, ...turns })).finally(() => {
        round = undefined;
      });
      return round;
    },
    wake: bell.ring,
    checkAddresses: () => (checking === undefined ? Promise.resolve(0) : track(checkAddresses(checking))),
    oweDigests: () => track(oweDigests({ ...stages, now: clock() })),
    tellOutages: () => track(tellOutages({ ledger, catalogue: stages.catalogue, now: clock() })),
    indexOlder: () => track(indexOlder(stages, INDEXED_AT_ONCE)),
    tellDisk: () => (url === undefined ? track(tellDisk(file, ledger, disk)) : Promise.resolve(false)),
    forgetOld: () => track(forget()),
    carryRulings: () => track(lane(() => carryRulings(stages))),
    reread: () => track(lane(() => rereadArticles(stages, REREAD_AT_ONCE))),
    release,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function ledgerToWorkWith(
  database: OpenedDatabase,
  claim: Claim | undefined,
  stopping: AbortController,
): Promise<Ledger> {
  if (claim === undefined) return database.ledger;
  await claim.take(database.lease);
  return database.ledgerOf(claim.holder, () => {
    stopping.abort();
    claim.onLost();
  });
}

/** The same upgrade is owed once, so that it may be told first and forgotten then. */
async function tellUpgrade({ upgrades }: OpenedDatabase, ledger: Ledger, now: Date): Promise<void> {
  const upgrade = await upgrades.untold();
  if (upgrade === undefined) return;
  const tidings = await upgradeTidings(upgrade, ledger.workspaces);
  await ledger.transaction((stores) => oweNotice(tidings, stores, now));
  await upgrades.told();
}

async function registerFeeds(config: Config, ledger: Ledger, now: Date): Promise<void> {
  const all = (await openCatalogue(config, ledger)).allFeeds();
  await ledger.transaction(async ({ feeds }) => {
    await feeds.register(all.map((feed) => newFeedRecord(feed, now)));
    await feeds.retainOnly(all.map(({ id }) => id));
  });
}

async function openPages(fetchPage: PageFetch): Promise<PageReader> {
  const { readabilityPageReader } = await import('#adapters/page/readability-page-reader.ts');
  return readabilityPageReader(fetchPage);
}

function messengersOf(
  terminal: Messenger | undefined,
  platforms: ChatPlatforms,
): ReadonlyMap<Platform, Messenger> {
  return new Map([...(terminal ? [['terminal', terminal] as const] : []), ...platforms.messengers]);
}
