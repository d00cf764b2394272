import { timeOf } from '#article/article.ts';
import type { PageText } from '#article/page-reader.ts';
import { type Arrived, readDocument } from '#article/read-document.ts';
import { isOldNews } from '#article/to-article.ts';
import { withFullText } from '#article/with-full-text.ts';
import { weighChannels } from '#delivery/weigh-channels.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { letsPagesBeRead } from '#feed/lets-pages-be-read.ts';
import type { Outlet } from '#feed/outlet.ts';
import { closeVisit } from '#journey/close-visit.ts';
import { keepOutcomes, showWindow } from '#journey/keep-outcomes.ts';
import { keepUnread } from '#journey/keep-unread.ts';
import { logCorrections } from '#journey/log-corrections.ts';
import type { Outcome } from '#journey/outcome.ts';
import { publisherOf } from '#journey/publisher-of.ts';
import { type Reading, readWithin } from '#journey/read-article.ts';
import type { Carried, Stages } from '#journey/stages.ts';
import { tellVisit } from '#journey/tell-visit.ts';
import { tellStory } from '#story/tell-story.ts';

type ReadState = 'read' | 'unread';

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
  logCorrections(outcome.told, stages.log);
  showWindow(outcome, stages);
}
