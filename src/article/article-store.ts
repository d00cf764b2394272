import type { Article, ArticleId } from '#article/article.ts';
import type { FeedId } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { SearchWords } from '#language/search-words.ts';

/** One way an item can be recognised again: `guid:…`, `link:…` or `title:…|day`, hashed. */
export type SeenKey = { readonly feed: FeedId; readonly key: string; readonly article: ArticleId };

/** Where an article stands beyond being stored. */
export type ArticleState = 'read' | 'unread' | 'parked' | 'withdrawn' | 'vanished';

/** An article as it is kept: where it stands, since when, and the edition before this one. */
export type StoredArticle = {
  readonly article: Article;
  readonly state: ArticleState;
  /** ISO 8601, UTC; absent while the article is simply read. */
  readonly stateSince?: string;
  /** Why it stands there, in a word: the error of an unread one, the status at the address of a vanished one. */
  readonly stateDetail?: string;
  readonly earlier?: Article;
};

/** What an article has to hold: each part by one of its alternatives, an alternative being words one after the other. */
export type WordSearch = readonly (readonly (readonly string[])[])[];

/** Which articles are looked for. Times are those of publication. */
export type ArticleSearch = {
  /** Words as `searchWordsOf` gives them, all of one alternative folded or all stems. Empty for articles on anything. */
  readonly all: WordSearch;
  readonly since: Date;
  /** No later than this; absent for no end. */
  readonly until?: Date;
  readonly outlets?: readonly OutletId[];
  readonly language?: string;
  readonly limit: number;
  /** Of everyone, and with a workspace its own too. */
  readonly seenBy?: WorkspaceId;
};

/** Keeps articles, their editions, and the keys by which an item is known again. */
export interface ArticleStore {
  /** The articles that the keys belong to, by key. Keys outlive articles: the article itself may be gone. */
  findByKeys(feed: FeedId, keys: readonly string[]): Promise<ReadonlyMap<string, ArticleId>>;
  /** The articles that were seen under this key, the last seen first: of everyone, and with a workspace its own too. */
  findByKey(key: string, seenBy?: WorkspaceId): Promise<readonly ArticleId[]>;
  /** Stores the article, or its new edition; keeps the earlier edition. */
  save(article: Article, state: ArticleState): Promise<void>;
  /** Keeps the words by which the article is found, in place of those of an earlier edition; in one transaction with `save`. */
  index(article: ArticleId, words: SearchWords): Promise<void>;
  /** Those that hold what is looked for, newest first; ids alone, since most callers read few of them. */
  listHolding(search: ArticleSearch): Promise<readonly ArticleId[]>;
  /** Those read by a Readout that kept no words, newest first. */
  listUnindexed(limit: number): Promise<readonly Article[]>;
  /** Adds keys, and renews those still in the feed, so that pruning never forgets what a feed still shows. */
  remember(keys: readonly SeenKey[], now: Date): Promise<void>;
  find(id: ArticleId): Promise<Article | undefined>;
  findMany(ids: readonly ArticleId[]): Promise<readonly Article[]>;
  /** The same with state and earlier edition; in the order of `ids`, without those not kept any more. */
  findStored(ids: readonly ArticleId[]): Promise<readonly StoredArticle[]>;
  /** Newest first, by time of publication: of everyone, and with a workspace its own too. */
  listRecent(since: Date, limit: number, seenBy?: WorkspaceId): Promise<readonly Article[]>;
  setState(
    id: ArticleId,
    state: ArticleState,
    detail: { readonly at: Date; readonly error?: string },
  ): Promise<void>;
  /** Those standing there longest first; of one outlet where it is given. */
  listInState(state: ArticleState, limit: number, outlet?: OutletId): Promise<readonly Article[]>;
  /** How many stand there, for each outlet that has some. */
  countInState(state: ArticleState): Promise<ReadonlyMap<OutletId, number>>;
  /** Deletes an outlet's parked articles and says how many; their keys stay, so that none of them comes again. */
  dropParked(outlet: OutletId): Promise<number>;
  /** Those that a workspace sees; all there are where none is named. */
  count(
    seenBy?: WorkspaceId,
  ): Promise<{ readonly articles: number; readonly oldest?: string; readonly newest?: string }>;
  /** How many were news when they came, since then, and when the first of them was seen. */
  countNewsSince(since: Date): Promise<{ readonly articles: number; readonly first?: string }>;
}
