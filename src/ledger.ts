import type { ArticleStore } from '#article/article-store.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { StoryStore } from '#story/story-store.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import type { TopicStore } from '#topic/topic-store.ts';

/** All stores. */
export type Stores = {
  readonly feeds: FeedStore;
  readonly articles: ArticleStore;
  readonly topics: TopicStore;
  readonly stories: StoryStore;
  readonly workspaces: WorkspaceStore;
  readonly subscriptions: SubscriptionStore;
  readonly deliveries: DeliveryStore;
};

/**
 * Everything that is kept. What happens in one `transaction` is kept whole or not at all. Inside it use only the
 * stores it hands out, and never wait for the network: on SQLite every other query waits behind it.
 */
export interface Ledger extends Stores {
  transaction<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result>;
}

/** The right to be the one process that reads feeds and posts; a second instance waits for it. */
export interface Lease {
  /** True when this holder has it until `untilMs` from now, taken or renewed. */
  take(holder: string, now: Date, forMs: number): Promise<boolean>;
  release(holder: string): Promise<void>;
}
