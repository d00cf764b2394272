import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { StoryState, Subscription, SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';

/** Keeps who watches what, and where each story that matched stands. */
export interface SubscriptionStore {
  /** `already-there` when the channel watches this topic; nothing is changed then. */
  add(subscription: Subscription): Promise<'added' | 'already-there'>;
  remove(id: SubscriptionId): Promise<boolean>;
  find(id: SubscriptionId): Promise<Subscription | undefined>;
  listByChannel(channel: ChannelId): Promise<readonly Subscription[]>;
  listByWorkspace(workspace: WorkspaceId): Promise<readonly Subscription[]>;
  /** Unpaused ones of these topics. */
  listActive(topics: readonly TopicId[]): Promise<readonly Subscription[]>;
  count(): Promise<number>;
  /** Rises with every add and remove, by whatever process: tells when the index of topics is out of date. */
  version(): Promise<number>;
  setStoryState(subscription: SubscriptionId, story: StoryId, state: StoryState, at: Date): Promise<void>;
  /** How many (subscription, story) pairs stand in each state; of all workspaces where none is named. */
  countStoryStates(workspace?: WorkspaceId): Promise<Readonly<Partial<Record<StoryState, number>>>>;
  /** Subscriptions of the channel that this story matched, merged stories included; the first to be matched first. */
  listForStory(channel: ChannelId, story: StoryId): Promise<readonly Subscription[]>;
}
