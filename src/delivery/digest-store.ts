import type { DeliveryKey } from '#channel/messenger.ts';
import type { DeliveryState } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/** Keeps the digests owed. */
export interface DigestStore {
  find(key: DeliveryKey): Promise<Digest | undefined>;
  save(digest: Digest): Promise<void>;
  /** Takes due digests as `DeliveryStore.claimPosts` takes posts: one a channel, none where something is being sent. */
  claim(now: Date, leaseMs: number, limit: number): Promise<readonly Digest[]>;
  /** How many stand in each state; of all workspaces where none is named. */
  countStates(workspace?: WorkspaceId): Promise<Readonly<Partial<Record<DeliveryState, number>>>>;
}
