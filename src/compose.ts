import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import { openSqliteLedger, type SqliteLedger } from '#adapters/database/sqlite.ts';
import { loadFasttextDetector } from '#adapters/detector/fasttext-detector.ts';
import { type PageFetch, undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { pinoLog } from '#adapters/log/pino-log.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import { type Beat, startBeats } from '#adapters/schedule/cron-schedule.ts';
import { renderReply } from '#adapters/terminal/render-reply.ts';
import { terminalChannel, terminalWorkspace } from '#adapters/terminal/terminal-channel.ts';
import { terminalMessenger } from '#adapters/terminal/terminal-messenger.ts';
import { type TerminalStyle, terminalStyle } from '#adapters/terminal/terminal-style.ts';
import { countingMetrics } from '#adapters/web/counting-metrics.ts';
import type { Health, WebSources } from '#adapters/web/web-server.ts';
import type { Inspection } from '#article/inspect-feeds.ts';
import type { FeedParser } from '#article/item.ts';
import type { PageReader } from '#article/page-reader.ts';
import type { ChannelRef, Platform } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import type { Desk, Reply } from '#command/command.ts';
import { InvalidSettings } from '#config/problem.ts';
import { type Config, readKnowledge } from '#config/read-config.ts';
import type { Environment } from '#config/read-secret.ts';
import { readVersion } from '#config/read-version.ts';
import type { Settings } from '#config/settings.ts';
import { type DeliveryTally, deliverDue } from '#delivery/deliver-due.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { Outlet } from '#feed/outlet.ts';
import { visitDueFeeds } from '#feed/visit-due-feeds.ts';
import { carryVisit, rereadArticles, type Stages, WINDOW_MS } from '#journey.ts';
import { type Clock, HOUR_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Detector } from '#language/detector.ts';
import type { Lease, Ledger } from '#ledger.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { StoryWindow } from '#story/story-window.ts';
import { beginWatching } from '#subscription/begin-watching.ts';
import { WatchedTopics } from '#subscription/watched-topics.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';

/** What the program finds around it; a replay brings its own clock and output. */
export type Surroundings = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly environment: Environment;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Stands on every card. */
  readonly note?: string;
};

/** The composed program, not yet beating. Disposing it stops what is under way and closes everything in order. */
export type Readout = AsyncDisposable & {
  readonly ledger: Ledger;
  readonly lease: Lease;
  /** Visits every feed that is due; resolves to how many it visited, when all they brought is kept. */
  visit(): Promise<number>;
  /** Sends everything that is due. */
  deliver(): Promise<DeliveryTally>;
  /** Tries the articles again that a stage could not read. */
  reread(): Promise<{ readonly read: number; readonly unread: number }>;
};

/** How often the program looks for what is due. */
const VISIT_EVERY_SECONDS = 10;
const DELIVER_EVERY_SECONDS = 2;
/** Another instance is given up for dead when its lease is this old; ours is renewed well before. */
const LEASE_MS = 60 * SECOND_MS;
const RENEW_EVERY_SECONDS = 15;
/** A second instance looks this often whether it may take over. */
const ASK_FOR_LEASE_EVERY_MS = 3 * SECOND_MS;
const FEEDS_A_ROUND = 500;
const REREAD_AT_ONCE = 1_000;

/** What a stage command needs to read a text. */
export type Knowledge = {
  readonly lexicon: Lexicon;
  readonly detect: Detector;
  readonly outlets: readonly Outlet[];
};

/** Lexicon, outlets and language detection, without settings or database. */
export async function openKnowledge(environment: Environment): Promise<Knowledge> {
  const { lexicon, catalogue } = readKnowledge(environment);
  return { lexicon, detect: await loadFasttextDetector(), outlets: catalogue.outlets };
}

/** Reads feed documents; needs nothing else. */
export const openParser = (): FeedParser => rssFeedParser;

/** The operator's log. */
export const openLog = (settings: Settings): Log & { close(): void } => pinoLog(settings.log.level);

/** What the command line works with: the same desk that chat uses, and the terminal's way to show a reply. */
export type OpenDesk = AsyncDisposable & {
  readonly desk: Desk;
  readonly channel: ChannelRef;
  render(reply: Reply): readonly string[];
};

/** Opens the desk for one command; no lease is needed for that. */
export async function openDesk(config: Config, surroundings: Surroundings): Promise<OpenDesk> {
  const database = await openDatabase(config, surroundings.clock);
  const { clock, note } = surroundings;
  await welcomeTerminal(config, database.ledger, clock);
  const desk: Desk = {
    ledger: database.ledger,
    lexicon: config.lexicon,
    feeds: byId(config.catalogue.feeds),
    outlets: byId(config.catalogue.outlets),
    detect: await loadFasttextDetector(),
    summarizer: extractiveSummarizer,
    clock,
    databaseBytes: () => database.sizeInBytes(),
    ...(note !== undefined && { note }),
  };
  const view = { language: config.settings.languages[0] ?? 'en', zone: config.settings.zone };
  return {
    desk,
    channel: terminalChannel,
    render: (reply) => renderReply(reply, view, clock(), styleOf(surroundings)),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/**
 * Composes the program: the database is opened, and once `mayWork` has resolved feeds are registered, the window of
 * stories is filled and the terminal is known. Nothing is visited or sent before it is asked to.
 */
export async function composeReadout(
  config: Config,
  surroundings: Surroundings,
  mayWork: (lease: Lease) => Promise<void> = async () => {},
): Promise<Readout> {
  await using opening = new AsyncDisposableStack();
  const { clock, random, log, metrics } = surroundings;
  const database = opening.use(await openDatabase(config, clock));
  const { ledger, lease } = database;
  await mayWork(lease);
  await registerFeeds(config, ledger, clock());
  await welcomeTerminal(config, ledger, clock);

  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  // Disposed in the reverse order: nothing new begins, requests are cut off, what is under way is brought home.
  opening.defer(async () => void (await Promise.allSettled(underWay)));
  const fetcher = opening.use(
    undiciFeedFetcher({ ...config.settings.feeds, userAgent: userAgentOf(config.settings) }),
  );
  opening.defer(() => stopping.abort());
  const pages = config.settings.feeds.readsOfficialPages ? { pages: await openPages(fetcher.fetchPage) } : {};
  const opened = await openStages(config, ledger, surroundings);
  const stages: Stages = { ...opened, ...pages, stopping: stopping.signal };
  const messengers = openMessengers(config, surroundings);
  const tracked = <Result>(work: Promise<Result>): Promise<Result> => {
    underWay.add(work);
    const forget = (): void => void underWay.delete(work);
    work.then(forget, forget);
    return work;
  };
  const carry: Parameters<typeof visitDueFeeds>[0]['carry'] = async (record, visit) => {
    // A visit that we cut off ourselves says nothing of the feed: it stays due.
    if (stopping.signal.aborted && visit.kind === 'failed') return;
    await carryVisit(record, visit, stages);
  };
  const limits = {
    hostsAtOnce: config.settings.feeds.atOnce,
    feedsPerRound: FEEDS_A_ROUND,
    signal: stopping.signal,
  };
  const kept = opening.move();
  return {
    ledger,
    lease,
    visit: () => tracked(visitDueFeeds({ feeds: ledger.feeds, fetcher, carry, clock, log }, limits)),
    deliver: () => tracked(deliverDue({ ledger, messengers, clock, random, log, metrics })),
    reread: () => tracked(rereadArticles(stages, REREAD_AT_ONCE)),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** The running program. `lost` resolves when another instance has taken over, which must end this one. */
export type Running = AsyncDisposable & { readonly lost: Promise<void> };

/** Waits for the lease, composes, and starts to beat. `holder` names this process in the lease. */
export async function startReadout(
  config: Config,
  surroundings: Surroundings,
  { holder, signal, onWaiting }: { holder: string; signal: AbortSignal; onWaiting: () => void },
): Promise<Running> {
  await using starting = new AsyncDisposableStack();
  const { clock, log } = surroundings;
  const counting = countingMetrics();
  const claim = (lease: Lease): Promise<void> => waitForLease(lease, { holder, signal, onWaiting, clock });
  const readout = starting.use(await composeReadout(config, { ...surroundings, metrics: counting }, claim));
  starting.defer(() => readout.lease.release(holder));

  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  const renew = async (): Promise<void> => {
    if (await readout.lease.take(holder, clock(), LEASE_MS)) return;
    log.error('lease.lost', { holder });
    lose();
  };
  const beats: readonly Beat[] = [
    { name: 'visit', everySeconds: VISIT_EVERY_SECONDS, run: () => readout.visit() },
    { name: 'deliver', everySeconds: DELIVER_EVERY_SECONDS, run: () => readout.deliver() },
    { name: 'renew', everySeconds: RENEW_EVERY_SECONDS, run: renew },
  ];
  const { web } = config.settings;
  if (web.port > 0) {
    const sources = { health: () => healthOf(readout, clock()), metrics: () => counting.text() };
    starting.use(await openWeb(web, sources));
  }
  starting.use(startBeats(beats, log));
  const kept = starting.move();
  return { lost, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Fetches through the guard that the settings describe, and reads what comes; for looking at feeds without keeping anything. */
export function openInspection({ settings }: Config): Inspection & AsyncDisposable {
  const fetcher = undiciFeedFetcher({ ...settings.feeds, userAgent: userAgentOf(settings) });
  return {
    fetcher,
    parser: rssFeedParser,
    feedsAtOnce: settings.feeds.atOnce,
    [Symbol.asyncDispose]: () => fetcher[Symbol.asyncDispose](),
  };
}

/** Whether the database can be opened and written, in words; `remedy` stands only when it cannot. */
export async function checkDatabase({
  settings,
}: Config): Promise<{ readonly message: string; readonly remedy?: string }> {
  const { file } = settings.database;
  if (!existsSync(file)) return { message: `${file} will be created at the first start` };
  try {
    await using database = await openSqliteLedger({ file });
    const { articles } = await database.ledger.articles.count();
    return { message: `${file}: ${articles} articles, ${await database.sizeInBytes()} bytes` };
  } catch (cause) {
    if (!(cause instanceof DatabaseProblem)) throw cause;
    return { message: cause.message, remedy: cause.remedy };
  }
}

async function openPages(fetchPage: PageFetch): Promise<PageReader> {
  const { readabilityPageReader } = await import('#adapters/page/readability-page-reader.ts');
  return readabilityPageReader(fetchPage);
}

async function openWeb(web: Settings['web'], sources: WebSources): Promise<AsyncDisposable> {
  // Loaded only where it is used, as the page reader is: each takes memory that few operators need.
  const { startWebServer } = await import('#adapters/web/web-server.ts');
  try {
    return await startWebServer(web, sources);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw cause;
    throw new InvalidSettings([
      {
        where: 'web.port, web.host',
        message: `${web.host}:${web.port} cannot be listened at (${code}).`,
        remedy: 'Choose another port or host, or end the program that has it.',
      },
    ]);
  }
}

async function openDatabase({ settings }: Config, clock: Clock): Promise<SqliteLedger> {
  const { file } = settings.database;
  makeFolder(dirname(file));
  return openSqliteLedger({ file, clock });
}

/** Where that cannot be done, opening the database says so, and what to do. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {}
}

async function registerFeeds({ catalogue }: Config, ledger: Ledger, now: Date): Promise<void> {
  await ledger.transaction(async ({ feeds }) => {
    await feeds.register(catalogue.feeds.map((feed) => newFeedRecord(feed, now)));
    await feeds.retainOnly(catalogue.feeds.map(({ id }) => id));
  });
}

async function welcomeTerminal({ settings, starters }: Config, ledger: Ledger, clock: Clock): Promise<void> {
  if (!settings.terminal.isEnabled) return;
  const terminal = {
    workspace: terminalWorkspace(settings.languages, settings.zone),
    channel: terminalChannel,
    starters: settings.terminal.watchesStarters ? starters : [],
  };
  await ledger.transaction((stores) => beginWatching(terminal, stores, clock()));
}

async function openStages(config: Config, ledger: Ledger, surroundings: Surroundings): Promise<Stages> {
  const { clock, random, log, metrics, note } = surroundings;
  const window = new StoryWindow();
  for (const { story, fingerprint } of await ledger.stories.listFingerprints(
    new Date(clock().getTime() - WINDOW_MS),
  )) {
    window.add(story, fingerprint);
  }
  return {
    ledger,
    parser: rssFeedParser,
    lexicon: config.lexicon,
    detect: await loadFasttextDetector(),
    summarizer: extractiveSummarizer,
    window,
    watched: new WatchedTopics(config.lexicon),
    feeds: byId(config.catalogue.feeds),
    outlets: byId(config.catalogue.outlets),
    clock,
    random,
    log,
    metrics,
    ...(note !== undefined && { note }),
    breathe: () => nextTurn(),
  };
}

function openMessengers({ settings }: Config, surroundings: Surroundings): ReadonlyMap<Platform, Messenger> {
  if (!settings.terminal.isEnabled) return new Map();
  const { output, clock } = surroundings;
  const journalFile = `${settings.database.file}.terminal.jsonl`;
  const terminal = terminalMessenger({
    stream: output,
    journalFile,
    clock,
    style: () => styleOf(surroundings),
  });
  return new Map([['terminal', terminal]]);
}

/** Waits while another instance works, and takes over when its lease runs out. */
async function waitForLease(
  lease: Lease,
  waiting: { holder: string; signal: AbortSignal; onWaiting: () => void; clock: Clock },
): Promise<void> {
  const { holder, signal, onWaiting, clock } = waiting;
  let isFirstTry = true;
  while (!(await lease.take(holder, clock(), LEASE_MS))) {
    if (isFirstTry) onWaiting();
    isFirstTry = false;
    await pause(ASK_FOR_LEASE_EVERY_MS, undefined, { signal });
  }
}

async function healthOf({ ledger }: Readout, now: Date): Promise<readonly Health[]> {
  const records = await ledger.feeds.listAll();
  const failing = records.filter(({ failingSince }) => failingSince !== undefined).length;
  const isOverdue = records.some(({ nextVisitAt }) => now.getTime() - Date.parse(nextVisitAt) > HOUR_MS);
  return [
    { name: 'database', isWell: true, detail: 'answers' },
    {
      name: 'feeds',
      isWell: failing < records.length,
      detail: `${records.length - failing} of ${records.length} well`,
    },
    {
      name: 'beat',
      isWell: !isOverdue,
      detail: isOverdue ? 'feeds have been due for over an hour' : 'on time',
    },
  ];
}

const userAgentOf = ({ feeds }: Settings): string => `Readout/${readVersion()} (+${feeds.projectAddress})`;

const styleOf = ({ output, environment }: Surroundings): TerminalStyle =>
  terminalStyle(output, environment['NO_COLOR']);

const byId = <Thing extends { readonly id: string }>(
  things: readonly Thing[],
): ReadonlyMap<Thing['id'], Thing> => new Map(things.map((thing) => [thing.id, thing]));
