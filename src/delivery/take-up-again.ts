import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { wasDeleted } from '#delivery/owed-message.ts';
import { released } from '#delivery/released.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { StoryState } from '#subscription/subscription.ts';

/**
 * Takes up the cards that were called off with a watch, now that the watch is back: when they are told is decided anew.
 * `stories`: where they stood before. Call it in the transaction that gives the watch back.
 */
export async function takeUpAgain(
  channel: ChannelId,
  stories: readonly { readonly story: StoryId; readonly state: StoryState }[],
  deliveries: DeliveryStore,
  now: Date,
): Promise<void> {
  const posts: Post[] = [];
  for (const { story } of stories.filter(({ state }) => state !== 'muted')) {
    const post = await deliveries.findPost(channel, story);
    if (post?.state === 'cancelled' && post.message === undefined && !wasDeleted(post)) posts.push(post);
  }
  for (const post of released(posts, now))
    await deliveries.savePost({ ...post, attempts: 0, reason: undefined });
}
