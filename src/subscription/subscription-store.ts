import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { ChannelSettings } from '#subscription/channel-settings.ts';
import type { StoryMute } from '#subscription/story-mute.ts';
import type { StoryState, Subscription, SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';

/** Keeps who watches what, and where each story that matched stands. */
export interface SubscriptionStore {
  /** `already-there` when the channel watches this topic; nothing is changed then. */
  add(subscription: Subscription): Promise<'added' | 'already-there'>;
  remove(id: SubscriptionId): Promise<boolean>;
  /** Keeps what its people changed: all but channel, topic and by whom. */
  update(subscription: Subscription): Promise<void>;
  find(id: SubscriptionId): Promise<Subscription | undefined>;
  listByChannel(channel: ChannelId): Promise<readonly Subscription[]>;
  listByWorkspace(workspace: WorkspaceId): Promise<readonly Subscription[]>;
  /** All that watch these topics, paused ones among them. */
  listByTopics(topics: readonly TopicId[]): Promise<readonly Subscription[]>;
  /** All that are told in a digest, each with the zone of its channel, or else of its workspace. */
  listDigesting(): Promise<readonly (Subscription & { readonly zone: string })[]>;
  /** Absent where nobody changed any. */
  findSettings(channel: ChannelId): Promise<ChannelSettings | undefined>;
  saveSettings(settings: ChannelSettings): Promise<void>;
  findMute(channel: ChannelId, story: StoryId): Promise<StoryMute | undefined>;
  saveMute(mute: StoryMute): Promise<void>;
  /** True when it was muted. */
  removeMute(channel: ChannelId, story: StoryId): Promise<boolean>;
  count(): Promise<number>;
  /** Rises with every add and remove, by whatever process: tells when the index of topics is out of date. */
  version(): Promise<number>;
  setStoryState(subscription: SubscriptionId, story: StoryId, state: StoryState, at: Date): Promise<void>;
  /** As if the story had never matched it. */
  forgetStoryState(subscription: SubscriptionId, story: StoryId): Promise<void>;
  /** Where a story stands for each subscription of the channel that it matched. */
  storyStatesOf(channel: ChannelId, story: StoryId): Promise<ReadonlyMap<SubscriptionId, StoryState>>;
  /** Where each story that matched it stands. */
  listStates(
    subscription: SubscriptionId,
  ): Promise<readonly { readonly story: StoryId; readonly state: StoryState; readonly at: string }[]>;
  /** One story became part of another: where it stood is told of that one, unless something is known there. */
  moveStoryStates(from: StoryId, into: StoryId): Promise<void>;
  /** How many pairs of a subscription and a story that matched it, as articles show, stand in no state: 0, or a fault. */
  countUnaccounted(workspace?: WorkspaceId): Promise<number>;
  /** The stories of those pairs for one subscription. */
  listUnaccounted(id: SubscriptionId): Promise<readonly StoryId[]>;
  /** How many (subscription, story) pairs stand in each state; of all workspaces where none is named. */
  countStoryStates(workspace?: WorkspaceId): Promise<Readonly<Partial<Record<StoryState, number>>>>;
  /** Subscriptions of the channel that this story matched, merged stories included; the first to be matched first. */
  listForStory(channel: ChannelId, story: StoryId): Promise<readonly Subscription[]>;
}
