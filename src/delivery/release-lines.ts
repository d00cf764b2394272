import { keyTakesBack } from '#card/change.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { isThereToStay } from '#delivery/is-there-to-stay.ts';
import { withoutCard } from '#delivery/plan-pointers.ts';
import { released } from '#delivery/released.ts';
import { speaksOfItsCard } from '#delivery/speaks-of-its-card.ts';

/** A story whose card stands in the channel, and what was to be said below it. */
export type HeldLines = { readonly post: Post; readonly said: readonly Pointer[] };

/**
 * Lets go the lines of a channel that were held in its quiet hours, and gives what is told in the card of the morning.
 * What takes a card back is said under it as well, however many others there are; what speaks of the card itself is said
 * there alone. Of a card that is gone nothing is told; one that is about to be taken away is not pointed to: its lines wait
 * for that, and are said below it should it stay. Call it in a transaction.
 */
export async function releaseLines(
  pointers: readonly Pointer[],
  { deliveries }: { readonly deliveries: DeliveryStore },
  now: Date,
): Promise<readonly HeldLines[]> {
  const told: HeldLines[] = [];
  const ended: Pointer[] = [];
  const freed: Pointer[] = [];
  for (const said of Map.groupBy(pointers, ({ story }) => story).values()) {
    const [first] = said;
    const post = first && (await deliveries.findPost(first.channel, first.story));
    if (post?.message === undefined || post.state === 'cancelled') {
      ended.push(...said.map(withoutCard));
    } else if (isThereToStay(post)) {
      const news = said.filter(({ change }) => !speaksOfItsCard(change));
      if (news.length > 0) told.push({ post, said: news });
      freed.push(...said.filter(({ change }) => isSaidBelow(change)));
      ended.push(...said.filter(({ change }) => !isSaidBelow(change)).map(toldInTheMorning));
    } else {
      freed.push(...said);
    }
  }
  for (const pointer of [...ended, ...released(freed, now)]) await deliveries.savePointer(pointer);
  return told;
}

const isSaidBelow = (change: string): boolean => keyTakesBack(change) || speaksOfItsCard(change);

const toldInTheMorning = (pointer: Pointer): Pointer => ({
  ...pointer,
  state: 'superseded',
  reason: 'told in the card after the quiet hours',
});
