import type { HeldFor } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import type { ChannelId } from '#kernel/id.ts';

const REASONS: readonly HeldFor[] = ['digest', 'quiet', 'list', 'condition'];

/**
 * Lets everything that a channel holds be decided on anew, since its people changed how they want to be told; what
 * still waits, waits on. Call it in the transaction that keeps the change. Gives how many.
 */
export async function decideAnew(channel: ChannelId, deliveries: DeliveryStore, now: Date): Promise<number> {
  const at = now.toISOString();
  let decided = 0;
  for (const reason of REASONS) {
    for (const post of await deliveries.listHeld(channel, reason)) {
      const anew = { ...post, state: 'pending', plannedAt: at, dueAt: at, heldFor: undefined } as const;
      await deliveries.savePost(anew);
      decided += 1;
    }
  }
  return decided;
}
