import type { Article } from '#article/article.ts';
import type { FeedParser } from '#article/item.ts';
import type { PageReader } from '#article/page-reader.ts';
import { type Arrived, type ReadDocument, readDocument } from '#article/read-document.ts';
import { withFullText } from '#article/with-full-text.ts';
import type { Card } from '#card/card.ts';
import { cardHash } from '#card/card-hash.ts';
import type { Change } from '#card/change.ts';
import { changesBetween } from '#card/changes-between.ts';
import { composeCard } from '#card/compose-card.ts';
import { composeMergedCard } from '#card/compose-merged-card.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { storyStateWhenJoining } from '#delivery/story-state.ts';
import type { Feed, FeedId, FeedRecord } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { recordAfterVisit } from '#feed/record-after-visit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import { analyse } from '#language/analyse.ts';
import type { Detector } from '#language/detector.ts';
import type { Ledger, Stores } from '#ledger.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { Match } from '#match/match.ts';
import { matchArticle } from '#match/match-article.ts';
import type { Statement } from '#statement/statement.ts';
import { statementsOf } from '#statement/statements-of.ts';
import { accountOf } from '#story/account-of.ts';
import { AWAITED_FOR_MS, awaits } from '#story/awaits.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { fingerprintOf } from '#story/fingerprint-of.ts';
import { gatherFacts, officialFeeds } from '#story/gather-facts.ts';
import type { Grouping } from '#story/grouping.ts';
import { isQuiet } from '#story/is-quiet.ts';
import { advanceStory, openStory, storyIdOf } from '#story/open-story.ts';
import type { Dossier, Story, StoryAccount } from '#story/story.ts';
import type { StoryWindow } from '#story/story-window.ts';
import { type ConcernedChannel, channelsForStory } from '#subscription/channels-for-story.ts';
import { mentionOf } from '#subscription/mention-of.ts';
import { viewOf } from '#subscription/view-of.ts';
import type { WatchedTopics } from '#subscription/watched-topics.ts';
import type { Summarizer } from '#summary/summarizer.ts';

/** What the journey works with. */
export type Stages = {
  readonly ledger: Ledger;
  readonly parser: FeedParser;
  readonly lexicon: Lexicon;
  readonly detect: Detector;
  readonly summarizer: Summarizer;
  readonly window: StoryWindow;
  readonly watched: WatchedTopics;
  readonly feeds: ReadonlyMap<FeedId, Feed>;
  readonly outlets: ReadonlyMap<OutletId, Outlet>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Reads pages of official outlets; absent when the operator does not want that. */
  readonly pages?: PageReader;
  /** Stands on every card, such as the demo's "demo wording, nobody's statement". */
  readonly note?: string;
  /** Aborted when the program is to end: no further article is begun. */
  readonly stopping?: AbortSignal;
  /** Lets everything else have its turn between two articles. */
  readonly breathe: () => Promise<void>;
};

/** One visit to a feed, from the publisher's bytes to the cards that channels are owed. */
export async function carryVisit(record: FeedRecord, visit: FeedVisit, stages: Stages): Promise<void> {
  const { feed, outlet } = publisherOf(record, stages);
  const { ledger, parser, clock } = stages;
  const read = await readDocument(record, visit, { parser, articles: ledger.articles, feed, now: clock() });
  tellVisit(record, read, stages);

  await stages.watched.refresh(ledger);
  for (const arrived of read.arrived) {
    const whole = await wholly(arrived, outlet, stages);
    // The visit stays open, so the same document is asked for again, and what is left of it is new then.
    if (stages.stopping?.aborted === true) return;
    await carryOrKeepUnread(whole, stages);
    await stages.breathe();
  }
  await closeVisit(record, read, outlet, stages);
}

/** One article that nothing may stop: what a stage cannot read is kept as unread with its error, the rest goes on. */
async function carryOrKeepUnread(arrived: Arrived, stages: Stages): Promise<'read' | 'unread'> {
  try {
    await carryArticle(arrived, stages);
    stages.metrics.count('readout_articles_total', 1, { state: 'read' });
    return 'read';
  } catch (cause) {
    const { id, outlet } = arrived.article;
    stages.log.error('article.unread', { article: id, outlet }, cause);
    stages.metrics.count('readout_articles_total', 1, { state: 'unread' });
    await keepUnread(arrived, cause, stages);
    return 'unread';
  }
}

/** News of an official outlet with the text of its page: feeds hold few statements. Outside of any transaction. */
async function wholly(arrived: Arrived, outlet: Outlet, { pages }: Stages): Promise<Arrived> {
  const { article } = arrived;
  if (!pages || outlet.kind !== 'official' || article.isArchive) return arrived;
  return { ...arrived, article: await withFullText(article, pages) };
}

/** Articles that a stage could not read, tried again; at most this many at once. */
export async function rereadArticles(
  stages: Stages,
  limit: number,
): Promise<{ readonly read: number; readonly unread: number }> {
  await stages.watched.refresh(stages.ledger);
  const outcomes: ('read' | 'unread')[] = [];
  for (const article of await stages.ledger.articles.listInState('unread', limit)) {
    outcomes.push(await carryOrKeepUnread({ article, keys: [] }, stages));
  }
  const read = outcomes.filter((outcome) => outcome === 'read').length;
  return { read, unread: outcomes.length - read };
}

/** One article: read, matched, put into its story, told anew, owed to every channel that is to see it. */
async function carryArticle(arrived: Arrived, stages: Stages): Promise<void> {
  const reading = readArticle(arrived.article, stages);
  const told = await tellStory(reading, stages);
  const owings = await weighChannels(reading, told, stages);

  await stages.ledger.transaction(async (stores) => {
    await keepArticle(arrived, reading, stores);
    await keepStory(reading, told, stores);
    for (const owing of owings) await owe(owing, told, stores, stages);
  });

  // The window follows the store, never the other way round: a failed commit leaves it as it was.
  stages.window.add(told.story.id, reading.fingerprint);
  for (const merged of told.merged) stages.window.merge(told.story.id, merged.id);
  stages.metrics.count('readout_matches_total', reading.matches.length);
  if (told.before === undefined) stages.metrics.count('readout_stories_total');
}

/** An article as the stages read it. */
type Reading = {
  readonly article: Article;
  readonly outlet: Outlet;
  readonly matches: readonly Match[];
  readonly statements: readonly Statement[];
  readonly fingerprint: Fingerprint;
};

function readArticle(article: Article, { detect, lexicon, outlets, watched }: Stages): Reading {
  const outlet = outlets.get(article.outlet);
  if (!outlet) throw new Error(`Nothing is known of the outlet ${article.outlet}.`);

  const at = article.publishedAt ?? article.seenAt;
  const when = new Date(at);
  const analysis = analyse(article, detect);
  const mentions = findMentions(analysis, lexicon, when);
  const about = { outletName: outlet.name, ...outlet };
  const voice = outlet.voiceOf === undefined ? {} : { voiceOf: outlet.voiceOf };
  const told = { id: article.id, outlet: outlet.id, at, ...voice };
  return {
    article,
    outlet,
    matches: matchArticle(
      { article: article.id, analysis, mentions, about, at: when },
      watched.index,
      lexicon,
    ),
    statements: statementsOf(article, outlet, { analysis, mentions, at: when }, lexicon),
    fingerprint: fingerprintOf(told, analysis, mentions, lexicon),
  };
}

/** The story after this article: what it amounts to now, and what it amounted to before. */
type ToldStory = {
  readonly story: Story;
  readonly before?: StoryAccount;
  /** Other stories that this article shows to be the same one. */
  readonly merged: readonly Story[];
  readonly dossier: Dossier;
};

async function tellStory(reading: Reading, stages: Stages): Promise<ToldStory> {
  const { ledger, lexicon, outlets, clock } = stages;
  const grouping = await placeArticle(reading, stages);
  const id = grouping.kind === 'joins' ? grouping.story : storyIdOf(reading.article.id);
  const earlier = await ledger.stories.find(id);
  const merges = grouping.kind === 'joins' ? grouping.merges : [];
  const merged = (await Promise.all(merges.map((story) => ledger.stories.find(story)))).filter(
    (one) => one !== undefined,
  );

  const { article, outlet, fingerprint, statements } = reading;
  const arrived = { article, outlet, fingerprint, statements, state: 'read' as const };
  const articles = await gatherFacts([id, ...merges], arrived, ledger, outlets);
  const feedOutlets = new Map([...stages.feeds].map(([feed, listed]) => [feed, listed.outlet]));
  const facts = {
    articles,
    outlets,
    feeds: officialFeeds(await ledger.feeds.listAll(), feedOutlets, outlets),
    ...(earlier && { previous: earlier.account }),
    now: clock(),
  };
  const account = accountOf(facts, lexicon);
  const follows = grouping.kind === 'opens' ? grouping.follows : undefined;
  const story = earlier
    ? advanceStory(earlier, account, fingerprint.at)
    : openStory(fingerprint, account, follows);
  const dossier: Dossier = {
    story,
    articles: articles.map((one) => one.article),
    statements: articles.flatMap((one) => one.statements),
    outlets,
  };
  return { story, ...(earlier && { before: earlier.account }), merged, dossier };
}

/** A new edition stays in its story; anything else goes where the window says. */
async function placeArticle(
  { article, fingerprint }: Reading,
  { ledger, window }: Stages,
): Promise<Grouping> {
  const known = await ledger.stories.storyOf(article.id);
  if (known !== undefined)
    return { kind: 'joins', story: known, score: 1, because: ['new edition'], merges: [] };
  return window.group(fingerprint);
}

/** What one channel is owed after this article. */
type Owing = ConcernedChannel & { readonly card: Card; readonly changes: readonly Change[] };

async function weighChannels(reading: Reading, told: ToldStory, stages: Stages): Promise<readonly Owing[]> {
  const { ledger, lexicon, summarizer, detect, note } = stages;
  const stories = [told.story, ...told.merged];
  const posts = (await Promise.all(stories.map(({ id }) => ledger.deliveries.postsOf(id)))).flat();
  const concerned = await channelsForStory(
    {
      story: told.story.id,
      merged: told.merged.map(({ id }) => id),
      matches: reading.matches,
      arrivedAt: reading.article.seenAt,
      isArchive: reading.article.isArchive,
      showing: posts.map(({ channel }) => channel),
    },
    ledger,
  );
  return concerned
    .map((one): Owing => {
      const view = viewOf(one.workspace, one.subscriptions, note);
      const card = composeCard(told.dossier, view, { lexicon, summarizer, detect });
      return { ...one, card, changes: changesBetween(told.before, told.dossier, view, lexicon) };
    })
    .filter((owing) => mayStillChange(owing, told.story, stages.clock()));
}

/** What takes something back is said always; anything else not in a quiet story, nor where nobody watches any more. */
function mayStillChange({ changes, subscriptions }: Owing, story: Story, now: Date): boolean {
  const takesBack = changes.some(
    ({ kind }) => kind === 'denied' || kind === 'corrected' || kind === 'withdrawn',
  );
  return takesBack || (subscriptions.length > 0 && !isQuiet(story, now));
}

async function keepArticle(
  { article, keys }: Arrived,
  { matches, statements }: Reading,
  stores: Stores,
): Promise<void> {
  await stores.articles.save(article, 'read');
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
  for (const one of merged) await stores.stories.merge(story.id, one.id);
}

async function owe(owing: Owing, told: ToldStory, stores: Stores, { clock }: Stages): Promise<void> {
  const { channel, card, changes, subscriptions, joining } = owing;
  const mention = mentionOf(subscriptions);
  const now = clock();
  const existing = await stores.deliveries.findPost(channel.id, told.story.id);
  await oweCard(stores.deliveries, {
    channel,
    story: told.story.id,
    card,
    cardHash: cardHash(card),
    changes,
    ...(mention !== undefined && { mention }),
    now,
  });
  for (const { id } of joining) {
    await stores.subscriptions.setStoryState(id, told.story.id, storyStateWhenJoining(existing), now);
  }
  for (const younger of told.merged) await pointToOlder(younger, owing, told.story, stores, now);
}

/** The younger card becomes one line that says where it went. */
async function pointToOlder(
  younger: Story,
  owing: Owing,
  older: Story,
  stores: Stores,
  now: Date,
): Promise<void> {
  const post = await stores.deliveries.findPost(owing.channel.id, younger.id);
  if (!post) return;
  const card = composeMergedCard(post.card, older.shortName);
  await oweCard(stores.deliveries, {
    channel: owing.channel,
    story: younger.id,
    card,
    cardHash: cardHash(card),
    changes: [],
    now,
  });
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
  const young = await ledger.stories.listRecent({
    since: new Date(now.getTime() - AWAITED_FOR_MS),
    limit: 200,
  });
  const facts = {
    now,
    kind: outlet.kind,
    isAwaited: young.some((story) => awaits(story, outlet.id, now)),
    random,
    newItems: read.arrived.filter(({ article }) => article.edition === 1).length + read.parked.length,
    hasHeldItems: read.hasHeldItems,
    isFlood: read.flood.kind !== 'calm',
    ...read.document?.feed,
  };
  await ledger.transaction(async ({ articles, feeds }) => {
    await articles.remember(read.stillThere, now);
    for (const { article, keys } of read.parked) {
      await articles.save(article, 'parked');
      await articles.remember(keys, now);
    }
    await feeds.save(recordAfterVisit(record, read.visit, facts));
  });
}

function publisherOf(
  record: FeedRecord,
  { feeds, outlets }: Stages,
): { readonly feed: Feed; readonly outlet: Outlet } {
  const feed = feeds.get(record.feed);
  const outlet = feed && outlets.get(feed.outlet);
  if (!outlet) throw new Error(`The catalogue does not know the feed ${record.feed}.`);
  return { feed, outlet };
}

function tellVisit(
  record: FeedRecord,
  { visit, flood, parked, document }: ReadDocument,
  { log, metrics }: Stages,
): void {
  metrics.count('readout_visits_total', 1, { outcome: visit.kind });
  if (visit.kind === 'failed')
    log.warn('feed.failed', { feed: record.feed, reason: visit.reason, detail: visit.detail });
  if (flood.kind !== 'calm')
    log.warn('feed.parked', { feed: record.feed, why: flood.kind, articles: parked.length });
  for (const problem of document?.problems ?? [])
    log.warn('feed.partly_unreadable', { feed: record.feed, problem });
}
