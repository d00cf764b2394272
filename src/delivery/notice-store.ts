import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { Notice } from '#delivery/notice.ts';
import type { FeedId } from '#feed/feed.ts';
import type { ToldOutage } from '#feed/outages.ts';
import type { ChannelId } from '#kernel/id.ts';

/** Keeps what the operator is told, and of which outages that was. */
export interface NoticeStore {
  find(key: DeliveryKey): Promise<Notice | undefined>;
  save(notice: Notice): Promise<void>;
  /** The messages in this channel that are known to be notices. */
  messagesIn(channel: ChannelId): Promise<readonly MessageId[]>;
  /** Takes due notices as `DeliveryStore.claimPointers` takes pointers, one at a time. */
  claim(now: Date, leaseMs: number, limit: number): Promise<readonly Notice[]>;
  listOutages(): Promise<readonly ToldOutage[]>;
  saveOutages(outages: readonly ToldOutage[]): Promise<void>;
  forgetOutages(feeds: readonly FeedId[]): Promise<void>;
}
