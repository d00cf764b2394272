import { type Article, timeOf } from '#article/article.ts';
import type { FeedParser } from '#article/item.ts';
import type { PageReader, PageText } from '#article/page-reader.ts';
import { type Arrived, type ReadDocument, readDocument } from '#article/read-document.ts';
import { isOldNews } from '#article/to-article.ts';
import { withFullText } from '#article/with-full-text.ts';
import { floodTidings } from '#delivery/flood-tidings.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import { oweStory } from '#delivery/owe-story.ts';
import { type Owing, weighChannels } from '#delivery/weigh-channels.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { Feed, FeedRecord } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { letsPagesBeRead } from '#feed/lets-pages-be-read.ts';
import type { Outlet } from '#feed/outlet.ts';
import { recordAfterVisit } from '#feed/record-after-visit.ts';
import type { UnchangedVisit } from '#feed/visit-due-feeds.ts';
import { type Clock, HOUR_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import { analyse } from '#language/analyse.ts';
import type { Detector } from '#language/detector.ts';
import { type SearchWords, searchWordsOf } from '#language/search-words.ts';
import type { Ledger, Stores } from '#ledger.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { articleSpots } from '#match/article-spots.ts';
import type { Match } from '#match/match.ts';
import { matchArticle } from '#match/match-article.ts';
import { searchKeysOf } from '#match/search-keys.ts';
import { statementsOf } from '#statement/statements-of.ts';
import { fingerprintOf } from '#story/fingerprint-of.ts';
import { isAwaited } from '#story/is-awaited.ts';
import type { StoryWindows } from '#story/story-windows.ts';
import { type ReadArticle, type ToldStory, tellStory } from '#story/tell-story.ts';
import { matchesWithin } from '#subscription/matches-within.ts';
import type { WatchedTopics } from '#subscription/watched-topics.ts';
import type { Summarizer } from '#summary/summarizer.ts';

/** Stories older than this take no article in any more: a later report of the event opens one that follows. */
export const WINDOW_MS = 72 * HOUR_MS;

/** What the journey works with. */
export type Stages = {
  readonly ledger: Ledger;
  readonly parser: FeedParser;
  readonly lexicon: Lexicon;
  readonly detect: Detector;
  readonly summarizer: Summarizer;
  readonly windows: StoryWindows;
  readonly watched: WatchedTopics;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Reads pages of outlets that let them be read; absent when the operator does not want that. */
  readonly pages?: PageReader;
  /** Stands on every card, such as the demo's "demo wording, nobody's statement". */
  readonly note?: string;
  /** Aborted when the program is to end: no further article is begun. */
  readonly stopping?: AbortSignal;
  /** Lets everything else have its turn between two articles. */
  readonly breathe: () => Promise<void>;
};

type ReadState = 'read' | 'unread';

/** How many articles were carried, and how many a stage could not read. */
export type Carried = { readonly read: number; readonly unread: number };

/** More than a document may hold, so that one release empties what one flood brought. */
const RELEASED_AT_ONCE = 10_000;

/** One visit to a feed, from the publisher's bytes to the cards that channels are owed. */
export async function carryVisit(record: FeedRecord, visit: FeedVisit, stages: Stages): Promise<void> {
  const { ledger, parser, clock } = stages;
  const publisher = publisherOf(record, stages);
  // Its people took it out while it was visited.
  if (publisher === undefined) return ledger.feeds.forget(record.feed);

  const { feed, outlet } = publisher;
  const read = await readDocument(record, visit, { parser, articles: ledger.articles, feed, now: clock() });
  tellVisit(record, read, outlet, stages);

  if (read.arrived.length > 0) await stages.watched.refresh(ledger);
  const waiting: Outcome[] = [];
  for (const arrived of read.arrived) {
    const whole = await wholly(arrived, outlet, stages);
    // The visit stays open, so the same document is asked for again, and what is left of it is new then.
    if (stages.stopping?.aborted === true) return keepWaiting(waiting, stages);
    await carryOrKeepUnread(whole, stages, waiting);
    await stages.breathe();
  }
  await keepWaiting(waiting, stages);
  await closeVisit(record, read, outlet, stages);
}

/**
 * The stages for one visit, with the pages of what it brought already at hand. Publishers may take their time with
 * pages, and we leave them some between two: that is waited for here, before the visit's turn, so that nobody else waits.
 */
export async function withPagesAhead(record: FeedRecord, visit: FeedVisit, stages: Stages): Promise<Stages> {
  const { ledger, parser, clock, pages } = stages;
  const publisher = publisherOf(record, stages);
  if (!pages || visit.kind !== 'fresh' || !publisher || !letsPagesBeRead(publisher.outlet)) return stages;

  const { feed } = publisher;
  const { arrived } = await readDocument(record, visit, {
    parser,
    articles: ledger.articles,
    feed,
    now: clock(),
  });
  const links = arrived.flatMap(({ article }) => (article.isArchive ? [] : (article.link ?? [])));
  const read = new Map<string, PageText>();
  for (const link of links) {
    if (stages.stopping?.aborted === true) break;
    read.set(link, await pages.read(link));
  }
  return { ...stages, pages: { read: async (link) => read.get(link) ?? pages.read(link) } };
}

/** Visits that found nothing new, closed with one commit. */
export async function carryUnchanged(visits: readonly UnchangedVisit[], stages: Stages): Promise<void> {
  const { ledger, clock, random, metrics } = stages;
  const now = clock();
  const closed: FeedRecord[] = [];
  for (const { record, visit } of visits) {
    const publisher = publisherOf(record, stages);
    if (publisher === undefined) {
      await ledger.feeds.forget(record.feed);
      continue;
    }
    const { outlet } = publisher;
    const awaited = await isAwaited(outlet, ledger.stories, now);
    closed.push(recordAfterVisit(record, visit, { now, kind: outlet.kind, isAwaited: awaited, random }));
  }
  await ledger.transaction(async ({ feeds }) => {
    for (const record of closed) await feeds.save(record);
  });
  metrics.count('readout_visits_total', closed.length, { outcome: 'unchanged' });
  stages.windows.forgetBefore(new Date(now.getTime() - WINDOW_MS));
}

/** One article that nothing may stop: what a stage cannot read is kept as unread with its error, the rest goes on. */
async function carryOrKeepUnread(arrived: Arrived, stages: Stages, waiting?: Outcome[]): Promise<ReadState> {
  try {
    await carryArticle(arrived, stages, waiting);
    return 'read';
  } catch (cause) {
    const { id, outlet } = arrived.article;
    stages.log.error('article.unread', { article: id, outlet }, cause);
    stages.metrics.count('readout_articles_total', 1, { state: 'unread' });
    await keepUnread(arrived, cause, stages);
    return 'unread';
  }
}

/**
 * News with the text of its page, where its outlet lets pages be read: feeds hold few statements. Outside of any
 * transaction.
 */
async function wholly(arrived: Arrived, outlet: Outlet, { pages }: Stages): Promise<Arrived> {
  const { article } = arrived;
  if (!pages || article.isArchive || !letsPagesBeRead(outlet)) return arrived;
  return { ...arrived, article: await withFullText(article, pages) };
}

/** Articles that a stage could not read, tried again; at most this many at once. */
export async function rereadArticles(stages: Stages, limit: number): Promise<Carried> {
  await stages.watched.refresh(stages.ledger);
  const outcomes: ReadState[] = [];
  for (const article of await stages.ledger.articles.listInState('unread', limit)) {
    outcomes.push(await carryOrKeepUnread({ article, keys: [] }, stages));
  }
  return carriedOf(outcomes);
}

/**
 * Keeps the words of articles that an earlier Readout read without, the newest first, at most this many; tells whether
 * some may be left. One whose outlet is gone, or that cannot be read any more, is found by nothing.
 */
export async function indexOlder(stages: Stages, limit: number): Promise<boolean> {
  const { ledger, stopping, breathe } = stages;
  const articles = await ledger.articles.listUnindexed(limit);
  for (const article of articles) {
    if (stopping?.aborted === true) return true;
    const words = wordsOrNone(article, stages);
    await ledger.articles.index(article.id, words);
    await breathe();
  }
  return articles.length === limit;
}

function wordsOrNone(article: Article, stages: Stages): SearchWords {
  if (stages.catalogue.outlet(article.outlet) === undefined) return [];
  try {
    return readArticle(article, stages).words;
  } catch (cause) {
    stages.log.warn('article.not_indexed', {
      article: article.id,
      outlet: article.outlet,
      cause: String(cause),
    });
    return [];
  }
}

/** What the flood rule held back of an outlet, carried as the news it is, the oldest first; old news as archive. */
export async function releaseParked(outlet: Outlet, stages: Stages): Promise<Carried> {
  const { ledger, clock } = stages;
  await stages.watched.refresh(ledger);
  const parked = await ledger.articles.listInState('parked', RELEASED_AT_ONCE, outlet.id);
  const outcomes: ReadState[] = [];
  for (const article of parked.toSorted((one, other) => timeOf(one).localeCompare(timeOf(other), 'en'))) {
    const isArchive = article.isArchive || isOldNews(timeOf(article), clock());
    const whole = await wholly({ article: { ...article, isArchive }, keys: [] }, outlet, stages);
    outcomes.push(await carryOrKeepUnread(whole, stages));
  }
  return carriedOf(outcomes);
}

function carriedOf(outcomes: readonly ReadState[]): Carried {
  const read = outcomes.filter((outcome) => outcome === 'read').length;
  return { read, unread: outcomes.length - read };
}

/**
 * One article: read, matched, put into its story, told anew, owed to every channel that is to see it. Where others wait
 * to be kept with one commit, it may wait with them.
 */
async function carryArticle(arrived: Arrived, stages: Stages, waiting?: Outcome[]): Promise<void> {
  const reading = await readWithin(arrived.article, stages);
  const outcome = await outcomeOf(arrived, reading, stages);
  if (waiting === undefined) return keepNow(outcome, stages);
  if (mayWait(outcome, waiting)) return letWait(outcome, waiting, stages);
  if (waiting.length === 0) return keepNow(outcome, stages);
  // What is kept before it may be what it belongs to.
  await keepWaiting(waiting, stages);
  return keepNow(await outcomeOf(arrived, reading, stages), stages);
}

/** What an article comes to: computed, and not kept yet. */
type Outcome = {
  readonly arrived: Arrived;
  readonly reading: Reading;
  readonly told: ToldStory;
  readonly owings: readonly Owing[];
  readonly at: Date;
};

async function outcomeOf(arrived: Arrived, reading: Reading, stages: Stages): Promise<Outcome> {
  const now = stages.clock();
  const told = await tellStory(reading, { ...stages, now });
  const owings = await weighChannels(reading, told, { ...stages, now });
  return { arrived, reading, told, owings, at: now };
}

/** So many archive articles are kept with one commit. */
const ARCHIVE_AT_ONCE = 25;

/** An archive article that concerns no channel, and no story that another one waits with. */
function mayWait({ arrived, told, owings }: Outcome, waiting: readonly Outcome[]): boolean {
  if (!arrived.article.isArchive || owings.length > 0 || told.merged.length > 0) return false;
  return !waiting.some(
    (other) =>
      other.arrived.article.id === arrived.article.id ||
      other.told.story.id === told.story.id ||
      other.told.story.shortName === told.story.shortName,
  );
}

/** The next articles are to be grouped as if it were kept; nobody else looks at the windows meanwhile. */
async function letWait(outcome: Outcome, waiting: Outcome[], stages: Stages): Promise<void> {
  showWindow(outcome, stages);
  waiting.push(outcome);
  if (waiting.length >= ARCHIVE_AT_ONCE) await keepWaiting(waiting, stages);
}

/** All or none are kept; where they cannot be kept together, each is carried by itself. */
async function keepWaiting(waiting: Outcome[], stages: Stages): Promise<void> {
  const outcomes = waiting.splice(0);
  if (outcomes.length === 0) return;
  try {
    await keepOutcomes(outcomes, stages);
  } catch {
    for (const { article } of outcomes.map(({ arrived }) => arrived)) {
      stages.windows.of(article.workspace).remove(article.id);
    }
    for (const { arrived } of outcomes) await carryOrKeepUnread(arrived, stages);
  }
}

/** The window follows the store, never the other way round: a failed commit leaves it as it was. */
async function keepNow(outcome: Outcome, stages: Stages): Promise<void> {
  await keepOutcomes([outcome], stages);
  showWindow(outcome, stages);
}

async function keepOutcomes(outcomes: readonly Outcome[], { ledger, metrics }: Stages): Promise<void> {
  await ledger.transaction(async (stores) => {
    for (const { arrived, reading, told, owings, at } of outcomes) {
      await keepArticle(arrived, reading, stores);
      await keepStory(reading, told, stores);
      for (const owing of owings) await oweStory(owing, told, stores, at);
    }
  });
  const opened = outcomes.filter(({ told }) => told.before === undefined).length;
  metrics.count('readout_articles_total', outcomes.length, { state: 'read' });
  metrics.count('readout_matches_total', outcomes.flatMap(({ reading }) => reading.matches).length);
  if (opened > 0) metrics.count('readout_stories_total', opened);
  for (const { arrived } of outcomes) observeLag(arrived.article, metrics);
}

/** Of news only: archive was late before anybody came. */
function observeLag({ publishedAt, seenAt, isArchive, edition }: Article, metrics: Metrics): void {
  if (isArchive || edition > 1 || publishedAt === undefined) return;
  const lagMs = Date.parse(seenAt) - Date.parse(publishedAt);
  metrics.observe('readout_lag_published_to_seen_seconds', Math.max(0, lagMs) / SECOND_MS);
}

function showWindow({ arrived, reading, told }: Outcome, { windows }: Stages): void {
  const window = windows.of(arrived.article.workspace);
  window.add(told.story.id, reading.fingerprint);
  for (const merged of told.merged) window.merge(told.story.id, merged.id);
}

/** An article as the stages read it. */
type Reading = ReadArticle & { readonly matches: readonly Match[]; readonly words: SearchWords };

/** The reading, with the matches that count for whom the article is. */
async function readWithin(article: Article, stages: Stages): Promise<Reading> {
  const reading = readArticle(article, stages);
  const { subscriptions } = stages.ledger;
  return { ...reading, matches: await matchesWithin(article.workspace, reading.matches, subscriptions) };
}

function readArticle(article: Article, { detect, lexicon, catalogue, watched }: Stages): Reading {
  const outlet = catalogue.outlet(article.outlet);
  if (!outlet) throw new Error(`Nothing is known of the outlet ${article.outlet}.`);

  const at = article.publishedAt ?? article.seenAt;
  const when = new Date(at);
  const analysis = analyse(article, detect);
  const mentions = findMentions(analysis, lexicon, when);
  const about = { outletName: outlet.name, ...outlet };
  const read: ArticleReading = { article: article.id, analysis, mentions, about, at: when };
  const spots = articleSpots(read, lexicon);
  const voice = outlet.voiceOf === undefined ? {} : { voiceOf: outlet.voiceOf };
  const told = { id: article.id, outlet: outlet.id, at, ...voice };
  return {
    article,
    outlet,
    matches: matchArticle(read, watched.index, lexicon, spots),
    statements: statementsOf(article, outlet, { analysis, mentions, at: when }, lexicon),
    words: [...searchWordsOf(analysis), searchKeysOf(spots)],
    fingerprint: fingerprintOf(told, analysis, mentions, lexicon),
  };
}

async function keepArticle(
  { article, keys }: Arrived,
  { matches, statements, words }: Reading,
  stores: Stores,
): Promise<void> {
  await stores.articles.save(article, 'read');
  await stores.articles.index(article.id, words);
  await stores.articles.remember(keys, new Date(article.seenAt));
  await stores.stories.saveMatches(matches);
  await stores.stories.saveStatements(article.id, statements);
}

async function keepStory(
  { fingerprint }: Reading,
  { story, merged }: ToldStory,
  stores: Stores,
): Promise<void> {
  await stores.stories.save(story);
  await stores.stories.addArticle(story.id, fingerprint);
  for (const one of merged) {
    await stores.stories.merge(story.id, one.id);
    await stores.subscriptions.moveStoryStates(one.id, story.id);
  }
}

async function keepUnread(
  { article, keys }: Arrived,
  cause: unknown,
  { ledger, clock }: Stages,
): Promise<void> {
  const error = cause instanceof Error ? cause.message : String(cause);
  await ledger.transaction(async ({ articles }) => {
    await articles.save(article, 'unread');
    await articles.remember(keys, clock());
    await articles.setState(article.id, 'unread', { at: clock(), error });
  });
}

/** Last of all, so that after a crash half-way the publisher is asked for the same document again. */
async function closeVisit(
  record: FeedRecord,
  read: ReadDocument,
  outlet: Outlet,
  stages: Stages,
): Promise<void> {
  const { ledger, clock, random } = stages;
  const now = clock();
  const facts = {
    now,
    kind: outlet.kind,
    isAwaited: await isAwaited(outlet, ledger.stories, now),
    random,
    newItems: [...read.arrived, ...read.parked].filter(({ article }) => article.edition === 1).length,
    ...(read.heldUntil !== undefined && { heldUntil: read.heldUntil }),
    isFlood: read.flood.kind !== 'calm',
    ...itemFacts(read.document),
    ...read.document?.feed,
  };
  const tidings = await floodTidings(read, outlet, { workspaces: ledger.workspaces, now });
  await ledger.transaction(async (stores) => {
    const { articles, feeds } = stores;
    await articles.remember(read.stillThere, now);
    for (const { article, keys } of read.parked) {
      await articles.save(article, 'parked');
      await articles.remember(keys, now);
    }
    await feeds.save(recordAfterVisit(record, read.visit, facts));
    if (tidings !== undefined) await oweNotice(tidings, stores, now);
  });
  stages.windows.forgetBefore(new Date(now.getTime() - WINDOW_MS));
}

/** What the document's items tell of the feed's own rhythm. */
function itemFacts(document: ReadDocument['document']): {
  readonly items?: number;
  readonly dates?: readonly string[];
} {
  if (document === undefined) return {};
  const dates = document.items.flatMap(({ published, updated }) => published ?? updated ?? []);
  return { items: document.items.length, dates };
}

function publisherOf(
  record: FeedRecord,
  { catalogue }: Stages,
): { readonly feed: Feed; readonly outlet: Outlet } | undefined {
  const feed = catalogue.feed(record.feed);
  const outlet = feed && catalogue.outlet(feed.outlet);
  return outlet && { feed, outlet };
}

function tellVisit(
  { feed, url }: FeedRecord,
  { visit, flood, parked, document }: ReadDocument,
  { id: outlet }: Outlet,
  { log, metrics }: Stages,
): void {
  // The host alone: what follows it in an address may hold a key.
  const who = { feed, outlet, host: URL.parse(url)?.host ?? 'unknown' };
  metrics.count('readout_visits_total', 1, { outcome: visit.kind });
  if (visit.kind === 'failed')
    log.warn('feed.failed', { ...who, reason: visit.reason, detail: visit.detail });
  if (flood.kind !== 'calm') log.warn('feed.parked', { ...who, why: flood.kind, articles: parked.length });
  for (const problem of document?.problems ?? []) log.warn('feed.partly_unreadable', { ...who, problem });
}
