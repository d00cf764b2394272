import type { DeliveryKey } from '#channel/messenger.ts';
import type { DeliveryState } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** Names a digest of a rhythm: whose it is, and the hour it is for. */
export type DigestHour = Pick<Digest, 'channel' | 'period'>;

/** Keeps the digests owed. */
export interface DigestStore {
  find(key: DeliveryKey): Promise<Digest | undefined>;
  save(digest: Digest): Promise<void>;
  /**
   * The period of the last digest of this rhythm that the channel was owed; none later than now, for which only a clock
   * that ran ahead can have owed one.
   */
  lastPeriod(channel: ChannelId, rhythm: string, now: Date): Promise<string | undefined>;
  /** Which of these digests their channels were owed before. */
  listOwed(asked: readonly DigestHour[]): Promise<readonly DigestHour[]>;
  /** Takes due digests as `DeliveryStore.claimPosts` takes posts: one a channel, none where something is being sent. */
  claim(now: Date, leaseMs: number, limit: number): Promise<readonly Digest[]>;
  /** How many stand in each state; of all workspaces where none is named. */
  countStates(workspace?: WorkspaceId): Promise<Readonly<Partial<Record<DeliveryState, number>>>>;
}
