import { type Change, takesBack } from '#card/change.ts';
import { calledOn } from '#delivery/called-on.ts';
import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { planPointers } from '#delivery/plan-pointers.ts';
import type { PostPlan } from '#delivery/plan-post.ts';
import { hasEnded, planPost } from '#delivery/plan-post.ts';

/** What a channel is owed of a story: its newest card, and what moved since the card before. */
export type OwedCard = Omit<PostPlan, 'existing' | 'isMaterial' | 'takesBack'> & {
  readonly changes: readonly Change[];
  /** A person waits to see it. */
  readonly isAskedFor?: true;
  /** Nobody there wants lines: only what takes a claim back is said in one. */
  readonly isWithoutLines?: boolean;
};

/** What became of a card that a channel is owed. */
export type Owed = 'new' | 'edit' | 'same' | 'ended';

/**
 * Writes down what the channel is owed, to be sent later; call it in the transaction that saves the story.
 * `new`: a first card. `edit`: a newer one of a card already owed or posted. `same`: it shows the same. `ended`: nothing
 * more is sent for this post (deleted by a person, too late, given up, uncertain).
 */
export async function oweCard(deliveries: DeliveryStore, owed: OwedCard): Promise<Owed> {
  const existing = await deliveries.findPost(owed.channel.id, owed.story);
  const post = planPost({
    ...owed,
    existing,
    isMaterial: owed.changes.length > 0 || owed.isAskedFor === true,
    takesBack: owed.changes.some(takesBack),
  });
  if (post !== undefined) await deliveries.savePost(post);
  await owePointers(deliveries, existing, owed);

  if (existing === undefined) return 'new';
  if (post !== undefined) return 'edit';
  return hasEnded(existing) ? 'ended' : 'same';
}

async function owePointers(deliveries: DeliveryStore, post: Post | undefined, owed: OwedCard): Promise<void> {
  const called =
    post !== undefined && owed.changes.some(takesBack)
      ? calledOn(post, await deliveries.pointersOf(owed.channel.id, owed.story))
      : undefined;
  const changes = owed.isWithoutLines === true ? owed.changes.filter(takesBack) : owed.changes;
  for (const pointer of planPointers(post, { ...owed, changes, ...(called && { called }) })) {
    if ((await deliveries.findPointer(pointer.key)) === undefined) await deliveries.savePointer(pointer);
  }
}
