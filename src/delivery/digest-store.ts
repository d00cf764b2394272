import type { DeliveryKey } from '#channel/messenger.ts';
import type { DeliveryState } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** Keeps the digests owed. */
export interface DigestStore {
  find(key: DeliveryKey): Promise<Digest | undefined>;
  save(digest: Digest): Promise<void>;
  /** The period of the last digest of this rhythm that the channel was owed. */
  lastPeriod(channel: ChannelId, rhythm: string): Promise<string | undefined>;
  /** Takes due digests as `DeliveryStore.claimPosts` takes posts: one a channel, none where something is being sent. */
  claim(now: Date, leaseMs: number, limit: number): Promise<readonly Digest[]>;
  /** How many stand in each state; of all workspaces where none is named. */
  countStates(workspace?: WorkspaceId): Promise<Readonly<Partial<Record<DeliveryState, number>>>>;
}
