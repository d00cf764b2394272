import type { Pointer, Post } from '#delivery/delivery.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';

/** Keeps the posts and pointers owed. */
export interface DeliveryStore {
  findPost(channel: ChannelId, story: StoryId): Promise<Post | undefined>;
  savePost(post: Post): Promise<void>;
  findPointer(key: DeliveryKey): Promise<Pointer | undefined>;
  savePointer(pointer: Pointer): Promise<void>;
  /**
   * Takes due posts (pending or unknown with `shown` < `wanted`, or `sending` whose lease ran out, which become
   * `unknown`) into `sending` with a lease, at most one a channel, oldest first.
   */
  claimPosts(now: Date, leaseMs: number, limit: number): Promise<readonly Post[]>;
  /** The same for pointers, and only those whose card has been posted. */
  claimPointers(now: Date, leaseMs: number, limit: number): Promise<readonly Pointer[]>;
  postsOf(story: StoryId): Promise<readonly Post[]>;
  countStates(): Promise<{
    readonly posts: Readonly<Partial<Record<Post['state'], number>>>;
    readonly pointers: Readonly<Partial<Record<Pointer['state'], number>>>;
  }>;
}
