import type { ChannelId, Id, WorkspaceId } from '#kernel/id.ts';
import type { TopicId } from '#topic/topic.ts';

/** Names one subscription: a hash of channel and topic, so that a topic is watched once per channel. */
export type SubscriptionId = Id<'Subscription'>;

/** A channel watches a topic. To people: "watching a topic". */
export type Subscription = {
  readonly id: SubscriptionId;
  readonly workspace: WorkspaceId;
  readonly channel: ChannelId;
  readonly topic: TopicId;
  /** As its people call it: the query as they wrote it. */
  readonly name: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** A role or user group in the platform's own form; never everyone. */
  readonly mention?: string;
  readonly isPaused: boolean;
};

/** Where a story that matched a subscription stands; exactly one at a time. */
export type StoryState =
  | 'posted'
  | 'joined'
  | 'digested'
  | 'held'
  | 'waiting'
  | 'muted'
  | 'expired'
  | 'dead'
  | 'uncertain';
