import type { Change } from '#card/change.ts';
import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { planPointers } from '#delivery/plan-pointers.ts';
import type { PostPlan } from '#delivery/plan-post.ts';
import { planPost } from '#delivery/plan-post.ts';

/** What a channel is owed of a story: its newest card, and what moved since the card before. */
export type OwedCard = Omit<PostPlan, 'existing' | 'isMaterial'> & { readonly changes: readonly Change[] };

/**
 * Writes down what the channel is owed, to be sent later; call it in the transaction that saves the story.
 * `new`: a first card. `edit`: a newer one of a card already owed or posted. `nothing`: it shows the same, or its
 * post has come to an end.
 */
export async function oweCard(
  deliveries: DeliveryStore,
  owed: OwedCard,
): Promise<'new' | 'edit' | 'nothing'> {
  const existing = await deliveries.findPost(owed.channel.id, owed.story);
  const post = planPost({ ...owed, existing, isMaterial: owed.changes.length > 0 });
  if (post !== undefined) await deliveries.savePost(post);
  await owePointers(deliveries, existing, owed);

  if (post === undefined) return 'nothing';
  return existing === undefined ? 'new' : 'edit';
}

async function owePointers(deliveries: DeliveryStore, post: Post | undefined, owed: OwedCard): Promise<void> {
  for (const pointer of planPointers(post, owed.channel, owed.changes, owed.now)) {
    if ((await deliveries.findPointer(pointer.key)) === undefined) await deliveries.savePointer(pointer);
  }
}
