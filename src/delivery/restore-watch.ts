import type { DeliveryStores } from '#delivery/delivering.ts';
import { storyStateWhenJoining } from '#delivery/story-state.ts';
import type { Subscription } from '#subscription/subscription.ts';

/**
 * Gives back a watch that was taken away, as it was: its rhythm, conditions, mention, and since when. Cards that stand
 * are followed again; what matched meanwhile counts as muted, and comes with its next article. Call it in a transaction.
 */
export async function restoreWatch(
  watch: Subscription,
  { subscriptions, deliveries }: Pick<DeliveryStores, 'subscriptions' | 'deliveries'>,
  now: Date,
): Promise<'restored' | 'already-there'> {
  if ((await subscriptions.add(watch)) === 'already-there') return 'already-there';
  for (const story of await subscriptions.listUnaccounted(watch.id)) {
    const post = await deliveries.findPost(watch.channel, story);
    const state = post === undefined ? 'muted' : storyStateWhenJoining(post);
    await subscriptions.setStoryState(watch.id, story, state, now);
  }
  return 'restored';
}
