import type { Platform } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import type { DigestStore } from '#delivery/digest-store.ts';
import type { NoticeStore } from '#delivery/notice-store.ts';
import type { OwedStore } from '#delivery/owed-store.ts';
import type { RestoreStore } from '#delivery/restore-store.ts';
import type { Settling } from '#delivery/settling.ts';
import type { ShownCardStore } from '#delivery/shown-card-store.ts';
import type { StopStore } from '#delivery/stop-store.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { StoryStore } from '#story/story-store.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** The stores that delivery reads and writes. */
export type DeliveryStores = {
  readonly deliveries: DeliveryStore;
  readonly subscriptions: SubscriptionStore;
  readonly workspaces: WorkspaceStore;
  readonly notices: NoticeStore;
  readonly stops: StopStore;
  readonly owed: OwedStore;
  readonly restores: RestoreStore;
  readonly stories: Pick<StoryStore, 'articlesOf' | 'listRelated'>;
  readonly digests: DigestStore;
  readonly shownCards: ShownCardStore;
};

/** What delivery works with. `ledger` is the part of the whole ledger that it needs. */
export type Delivering = {
  readonly ledger: DeliveryStores & {
    transaction<Result>(work: (stores: DeliveryStores) => Promise<Result>): Promise<Result>;
  };
  readonly messengers: ReadonlyMap<Platform, Messenger>;
  readonly clock: Clock;
  /** Begun when this process began to work. */
  readonly settling: Settling;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Resolves when something may have become due: a round that waits for a slow platform looks for it then. */
  readonly woken?: () => Promise<void>;
  /** Resolves after a moment in which others may end too, so that one claim serves them all; absent: there is none. */
  readonly gather?: () => Promise<void>;
  /** Aborted when the program is to end: nothing more is claimed, and what is being sent is brought home. */
  readonly stopping?: AbortSignal;
};
