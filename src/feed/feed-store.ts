import type { FeedId, FeedRecord } from '#feed/feed.ts';

/** Remembers feeds between visits. */
export interface FeedStore {
  /** Adds records for feeds not known yet, due at once; leaves known ones alone. */
  register(records: readonly FeedRecord[]): Promise<void>;
  /** Forgets the records of all other feeds: they have left the catalogue. What was seen in them stays known. */
  retainOnly(feeds: readonly FeedId[]): Promise<void>;
  /** Forgets one record, of a feed that is read no more. */
  forget(feed: FeedId): Promise<void>;
  /**
   * Feeds whose `nextVisitAt` has come, longest overdue first; then those planned further ahead than any visit is, by
   * a clock that was wrong then. With each come all that live at the same address, due or not, beyond the limit too:
   * one request serves them all.
   */
  listDue(now: Date, limit: number): Promise<readonly FeedRecord[]>;
  /** Those of these feeds that are known, in no order. */
  listOf(feeds: readonly FeedId[]): Promise<readonly FeedRecord[]>;
  find(feed: FeedId): Promise<FeedRecord | undefined>;
  /** Those whose last visit brought nothing. */
  listFailing(): Promise<readonly FeedRecord[]>;
  listAll(): Promise<readonly FeedRecord[]>;
  save(record: FeedRecord): Promise<void>;
  /** None of these comes due before then; one that is due later stays so, and nothing else of them changes. */
  postpone(feeds: readonly FeedId[], until: Date): Promise<void>;
}
