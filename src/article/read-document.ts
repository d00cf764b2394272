import type { Article, ArticleId } from '#article/article.ts';
import type { ArticleStore, SeenKey, StoredArticle } from '#article/article-store.ts';
import { type FloodVerdict, judgeFlood } from '#article/flood-rule.ts';
import { identityKeys } from '#article/identity-keys.ts';
import type { FeedParser, ParsedFeed, Unreadable } from '#article/item.ts';
import { type Arrival, sortItems } from '#article/sort-items.ts';
import { toArticle } from '#article/to-article.ts';
import { asksForHuman } from '#feed/asks-for-human.ts';
import type { Feed, FeedRecord } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';

/** An article that has come, and what it is to be known by when it comes again. */
export type Arrived = {
  readonly article: Article;
  readonly keys: readonly SeenKey[];
};

/** What a visit brought, before anything of it is kept. */
export type ReadDocument = {
  /** The visit, failed when its document could not be read. */
  readonly visit: FeedVisit;
  /** New articles and new editions, oldest first. */
  readonly arrived: readonly Arrived[];
  /** New ones that the flood rule holds back, and new editions of those that it held back before. */
  readonly parked: readonly Arrived[];
  /** Keys of articles that are known and still in the feed. */
  readonly stillThere: readonly SeenKey[];
  readonly flood: FloodVerdict;
  /** When the first of the items that are held for their date comes due; ISO 8601, UTC. */
  readonly heldUntil?: string;
  /** What the document says of itself and could not be read, for the record and the log. */
  readonly document?: ParsedFeed;
};

/** What reading a document works with. */
export type DocumentReader = {
  readonly parser: FeedParser;
  readonly articles: ArticleStore;
  readonly feed: Feed;
  readonly now: Date;
};

/** Reads a visit's document and says what in it is new. A visit without one brings nothing. */
export async function readDocument(
  record: FeedRecord,
  visit: FeedVisit,
  reader: DocumentReader,
): Promise<ReadDocument> {
  if (visit.kind !== 'fresh') return broughtNothing(visit);
  const parsed = await reader.parser.parse({
    bytes: visit.bytes,
    url: visit.answeredBy,
    ...(visit.contentType !== undefined && { contentType: visit.contentType }),
  });
  if ('error' in parsed) return broughtNothing(failedReading(visit, parsed));
  return sortDocument(record, visit, parsed, reader);
}

/** A page that asks whether we are human comes with any status, 200 among them: its publisher refuses us. */
function failedReading(
  { bytes, hints }: Extract<FeedVisit, { kind: 'fresh' }>,
  { error }: Unreadable,
): FeedVisit {
  return asksForHuman(bytes)
    ? {
        kind: 'failed',
        reason: 'refused',
        detail: 'It answered with a test for people, which no feed reader passes.',
        hints,
      }
    : { kind: 'failed', reason: 'not-a-feed', detail: error.message, hints };
}

const broughtNothing = (visit: FeedVisit): ReadDocument => ({
  visit,
  arrived: [],
  parked: [],
  stillThere: [],
  flood: { kind: 'calm' },
});

async function sortDocument(
  record: FeedRecord,
  visit: FeedVisit,
  document: ParsedFeed,
  { articles, feed, now }: DocumentReader,
): Promise<ReadDocument> {
  const known = await articles.findByKeys(feed.id, [...new Set(document.items.flatMap(identityKeys))]);
  const kept = await articles.findStored([...new Set(known.values())]);
  const stored = new Map<ArticleId, Article>(kept.map(({ article }) => [article.id, article]));
  const arrivals = sortItems(document.items, { feed: feed.id, now, known, stored });

  const isFirstVisit = !record.isFirstVisitDone;
  const flood: FloodVerdict = isFirstVisit ? { kind: 'calm' } : judgeFlood(arrivals, record, now);
  const take = (arrival: Taken): Arrived =>
    toArrived(arrival, { feed: withLanguage(feed, document), now, isFirstVisit });
  const fresh = arrivals.filter((arrival) => arrival.kind === 'new').map(take);
  const editions = arrivals.filter((arrival) => arrival.kind === 'new-edition').map(take);
  const isHeldBack = heldBack(kept);
  const isCalm = flood.kind === 'calm';
  return {
    visit,
    arrived: [...(isCalm ? fresh : []), ...editions.filter((one) => !isHeldBack(one))].toSorted(oldestFirst),
    parked: [...(isCalm ? [] : fresh), ...editions.filter(isHeldBack)],
    stillThere: arrivals.flatMap((arrival) => (arrival.kind === 'known' ? seenKeys(feed, arrival) : [])),
    flood,
    ...heldUntilIn(arrivals),
    document,
  };
}

function heldUntilIn(arrivals: readonly Arrival[]): Pick<ReadDocument, 'heldUntil'> {
  const [heldUntil] = arrivals.flatMap((one) => (one.kind === 'held' ? one.until : [])).toSorted();
  return heldUntil === undefined ? {} : { heldUntil };
}

/** Tells the editions of articles that wait for a person: they wait with them. */
function heldBack(kept: readonly StoredArticle[]): (arrived: Arrived) => boolean {
  const parked = new Set(kept.filter(({ state }) => state === 'parked').map(({ article }) => article.id));
  return ({ article }) => parked.has(article.id);
}

type Taken = Extract<Arrival, { kind: 'new' | 'new-edition' }>;

function toArrived(
  arrival: Taken,
  circumstances: { readonly feed: Feed; readonly now: Date; readonly isFirstVisit: boolean },
): Arrived {
  const earlier = arrival.kind === 'new-edition' ? { earlier: arrival.earlier } : {};
  const article = toArticle(arrival.item, { ...circumstances, id: arrival.id, ...earlier });
  return { article, keys: seenKeys(circumstances.feed, arrival) };
}

const seenKeys = (
  feed: Feed,
  { id, keys }: { readonly id: ArticleId; readonly keys: readonly string[] },
): readonly SeenKey[] => keys.map((key) => ({ feed: feed.id, key, article: id }));

/** What the catalogue says of the language wins over what the document says of itself. */
function withLanguage(feed: Feed, { feed: { language } }: ParsedFeed): Feed {
  return feed.language !== undefined || language === undefined ? feed : { ...feed, language };
}

const oldestFirst = ({ article: one }: Arrived, { article: other }: Arrived): number =>
  (one.publishedAt ?? one.seenAt).localeCompare(other.publishedAt ?? other.seenAt, 'en');
