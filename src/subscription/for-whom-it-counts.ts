import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** The channel's subscriptions that a story matched, without those for which no report of it counts so far. */
export async function forWhomItCounts(
  channel: ChannelId,
  story: StoryId,
  subscriptions: SubscriptionStore,
): Promise<readonly Subscription[]> {
  const matched = await subscriptions.listForStory(channel, story);
  if (matched.every(({ outlets }) => outlets === undefined)) return matched;
  const standing = await subscriptions.storyStatesOf(channel, story);
  return matched.filter(({ id, outlets }) => outlets === undefined || standing.get(id) !== 'muted');
}
