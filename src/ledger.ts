import type { AddressCheckStore } from '#article/address-check-store.ts';
import type { ArticleStore } from '#article/article-store.ts';
import type { ButtonStore } from '#channel/button-store.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import type { DigestStore } from '#delivery/digest-store.ts';
import type { NoticeStore } from '#delivery/notice-store.ts';
import type { OwedStore } from '#delivery/owed-store.ts';
import type { RestoreStore } from '#delivery/restore-store.ts';
import type { ShownCardStore } from '#delivery/shown-card-store.ts';
import type { StopStore } from '#delivery/stop-store.ts';
import type { FeedId } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { OwnFeedStore } from '#feed/own-feed-store.ts';
import type { ContactStore } from '#story/contact-store.ts';
import type { HiddenStore } from '#story/hidden-store.ts';
import type { RulingStore } from '#story/ruling-store.ts';
import type { StoryStore } from '#story/story-store.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import type { TopicStore } from '#topic/topic-store.ts';

/** All stores. */
export type Stores = {
  readonly feeds: FeedStore;
  readonly ownFeeds: OwnFeedStore;
  readonly articles: ArticleStore;
  readonly topics: TopicStore;
  readonly stories: StoryStore;
  readonly contacts: ContactStore;
  readonly workspaces: WorkspaceStore;
  readonly subscriptions: SubscriptionStore;
  readonly deliveries: DeliveryStore;
  readonly notices: NoticeStore;
  readonly stops: StopStore;
  readonly owed: OwedStore;
  readonly restores: RestoreStore;
  readonly digests: DigestStore;
  readonly addressChecks: AddressCheckStore;
  readonly rulings: RulingStore;
  readonly hidden: HiddenStore;
  readonly shownCards: ShownCardStore;
  readonly buttons: ButtonStore;
  readonly forgetting: Forgetting;
};

/**
 * Everything that is kept. What happens in one `transaction` is kept whole or not at all. Inside it use only the
 * stores it hands out, and never wait for the network: on SQLite every other query waits behind it. Change nothing else:
 * PostgreSQL may undo what was done so far and have the work run again.
 */
export interface Ledger extends Stores {
  transaction<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result>;
}

/** Deletes what is kept no longer. Each call changes few rows and tells how many; 0 where nothing is left to do. */
export interface Forgetting {
  /**
   * Texts and summaries of articles from before then. Looks at so many articles from the time `after` on; `next` is where
   * to go on, absent at the end.
   */
  forgetTexts(
    before: Date,
    limit: number,
    after?: string,
  ): Promise<{ readonly texts: number; readonly next?: string }>;
  /** Whole articles from before then, with what was found in them. Their keys stay. */
  forgetArticles(before: Date, limit: number): Promise<number>;
  /** Stories whose last article is from before then, with what was posted of them. */
  forgetStories(before: Date, limit: number): Promise<number>;
  /** Keys of a feed last seen before then, but for those of the document that was read last. */
  forgetSeenKeys(feed: FeedId, before: Date): Promise<number>;
  /** Digests and notices planned before then that have come to an end; cards that were shown before then. */
  forgetTold(before: Date): Promise<number>;
  /** Everything of workspaces that were left before then. */
  forgetWorkspaces(before: Date, limit: number): Promise<number>;
}

/** The right to be the one process that reads feeds and posts; a second instance waits for it. */
export interface Lease {
  /**
   * True when this holder now has it, for `forMs` from `now`: it was free, its time had run out, or it was this
   * holder's. One that would last more than twice as long from now was written by a clock that was wrong, and is free.
   */
  take(holder: string, now: Date, forMs: number): Promise<boolean>;
  /**
   * True when this holder still had it, and now has it for `forMs` from `now`. Never takes it anew: whoever had it in
   * between has changed what this holder believes to know.
   */
  renew(holder: string, now: Date, forMs: number): Promise<boolean>;
  /** Who has it, and until when unless it is renewed; nothing when it is free. */
  current(): Promise<Tenure | undefined>;
  release(holder: string): Promise<void>;
}

/** A holder's time with the lease. */
export type Tenure = { readonly holder: string; readonly until: Date };

/** Another has taken the lease: whoever held it may keep and send nothing more, and has to end. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(holder: string) {
    super(`${holder} has lost the lease: another instance has taken over.`);
  }
}
