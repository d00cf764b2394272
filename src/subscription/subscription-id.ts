import type { ChannelId } from '#kernel/id.ts';
import { idOf } from '#kernel/id.ts';
import type { SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';

/** The same channel and topic always give the same id: a channel watches a topic once. */
export const subscriptionId = (channel: ChannelId, topic: TopicId): SubscriptionId =>
  idOf('subscription', channel, topic);
