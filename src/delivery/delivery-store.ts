import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { HeldFor, Pointer, Post } from '#delivery/delivery.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';

/** Keeps the posts and pointers owed. */
export interface DeliveryStore {
  findPost(channel: ChannelId, story: StoryId): Promise<Post | undefined>;
  findPostByKey(key: DeliveryKey): Promise<Post | undefined>;
  /** The post whose card this message is, or which one of its pointers answers. */
  findPostByMessage(channel: ChannelId, message: MessageId): Promise<Post | undefined>;
  savePost(post: Post): Promise<void>;
  findPointer(key: DeliveryKey): Promise<Pointer | undefined>;
  savePointer(pointer: Pointer): Promise<void>;
  /**
   * Takes due posts: `pending` or `unknown` ones with `shown` < `wanted` whose `dueAt` has come, and `sending` ones
   * whose lease ran out; oldest `plannedAt` first, at most one a channel, none in a channel where another post or
   * pointer is being sent. Stored, they are `sending` with a lease until `now + leaseMs`, and `firstSentAt` is `now`
   * where it was absent. Returned, their `state` is `pending` when they may be sent, and `unknown` when they must be
   * looked for first: they were `unknown`, or their lease ran out.
   */
  claimPosts(now: Date, leaseMs: number, limit: number): Promise<readonly Post[]>;
  /** The same for pointers, and only those whose post has a message, or has come to an end without one. */
  claimPointers(now: Date, leaseMs: number, limit: number): Promise<readonly Pointer[]>;
  /**
   * Held posts whose hour has come, of one channel or of all, the oldest plan first; those as well whose hour is further
   * away than anything is held for, which a clock that ran ahead has put off.
   */
  listHeldDue(now: Date, channel?: ChannelId): Promise<readonly Post[]>;
  /** Those of one channel that wait for this. */
  listHeld(channel: ChannelId, heldFor: HeldFor): Promise<readonly Post[]>;
  /**
   * How much of the channel's budget was used from `since` until `now`, other posts than this one: cards, and calls by
   * cards or by lines for those who joined. What may have arrived counts, and so do lines that are to call and wait; what
   * a clock that ran ahead noted as later than now does not.
   */
  usageSince(
    channel: ChannelId,
    since: Date,
    now: Date,
    except?: DeliveryKey,
  ): Promise<{ readonly cards: number; readonly pings: number }>;
  /** The same of held pointers. */
  listHeldPointersDue(now: Date, channel?: ChannelId): Promise<readonly Pointer[]>;
  /** Pointers of the channel planned since then and until now, in that order. */
  listPointersSince(channel: ChannelId, since: Date, now: Date): Promise<readonly Pointer[]>;
  /** Posts of the channel that are kept up for watches that moved away. */
  listKeptUp(channel: ChannelId): Promise<readonly Post[]>;
  /** Posts whose card stands in its channel, and was first shown since then. */
  listStanding(since: Date): Promise<readonly Post[]>;
  postsOf(story: StoryId): Promise<readonly Post[]>;
  /** In the order in which they were planned. */
  pointersOf(channel: ChannelId, story: StoryId): Promise<readonly Pointer[]>;
  /** How many stand in each state; of all workspaces where none is named. */
  countStates(workspace?: WorkspaceId): Promise<{
    readonly posts: Readonly<Partial<Record<Post['state'], number>>>;
    readonly pointers: Readonly<Partial<Record<Pointer['state'], number>>>;
  }>;
}
