import { keyTakesBack } from '#card/change.ts';
import type { DeliveryStores } from '#delivery/delivering.ts';
import { standAt } from '#delivery/story-state.ts';
import type { ChannelId } from '#kernel/id.ts';
import { isMuted } from '#subscription/when-to-post.ts';

type Stores = Pick<DeliveryStores, 'deliveries' | 'subscriptions'>;

/**
 * Ends what a channel held until now of stories that were muted there meanwhile: it is told neither by itself nor among
 * others. What takes back what was said is said all the same. Call it in the transaction that tells the rest.
 */
export async function endMuted(channel: ChannelId, stores: Stores, now: Date): Promise<void> {
  const { deliveries, subscriptions } = stores;
  for (const post of await deliveries.listHeldDue(now, channel)) {
    const mute = await subscriptions.findMute(channel, post.story);
    if (mute === undefined || !isMuted(mute, now)) continue;
    const reason = `muted by ${mute.by}`;
    await deliveries.savePost({ ...post, state: 'cancelled', heldFor: undefined, reason });
    await standAt('muted', post, subscriptions, now);
  }
  for (const pointer of await deliveries.listHeldPointersDue(now, channel)) {
    const mute = await subscriptions.findMute(channel, pointer.story);
    if (mute === undefined || !isMuted(mute, now) || keyTakesBack(pointer.change)) continue;
    await deliveries.savePointer({ ...pointer, state: 'cancelled', reason: `muted by ${mute.by}` });
  }
}
