import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { stillStands } from '#delivery/plan-post.ts';

/**
 * Owes a channel that its card of a story is taken away, with the lines under it: nothing of that story comes there
 * before that is done, nor after, unless it is a sample that is taken back. False, and nothing is changed, where no card of ours stands. Call it in a transaction.
 */
export async function oweRemoval(
  post: Post,
  by: string,
  { deliveries }: { readonly deliveries: DeliveryStore },
  now: Date,
  isTakenBack = false,
): Promise<boolean> {
  if (!stillStands(post)) return false;
  const at = now.toISOString();
  await deliveries.savePost({
    ...post,
    removedBy: by,
    ...(isTakenBack && { isTakenBack: true as const }),
    // What is due is claimed where less is shown than wanted.
    wanted: Math.max(post.wanted, post.shown + 1),
    // An edit that is under way ends first: what it leaves is due at once.
    state: post.state === 'sending' ? 'sending' : 'pending',
    attempts: 0,
    plannedAt: at,
    dueAt: at,
  });
  return true;
}
