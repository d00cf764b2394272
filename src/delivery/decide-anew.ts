import type { HeldFor, Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { released } from '#delivery/released.ts';
import type { ChannelId } from '#kernel/id.ts';

const REASONS: readonly HeldFor[] = ['digest', 'quiet', 'list', 'condition'];

/**
 * Lets everything that a channel holds be decided on anew, in its order, since its people changed how they want to be
 * told; what still waits, waits on. Call it in the transaction that keeps the change. Gives how many.
 */
export async function decideAnew(channel: ChannelId, deliveries: DeliveryStore, now: Date): Promise<number> {
  const held: Post[] = [];
  for (const reason of REASONS) held.push(...(await deliveries.listHeld(channel, reason)));
  // A digest whose hour has come is made in a moment: what it does not take is decided on anew by that.
  const freed = held.filter(({ heldFor, dueAt }) => heldFor !== 'digest' || dueAt > now.toISOString());
  for (const post of released(freed, now)) await deliveries.savePost({ ...post, heldFor: undefined });
  return freed.length;
}
