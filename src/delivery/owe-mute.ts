import { cardHash } from '#card/card-hash.ts';
import { mutedCard } from '#card/muted-card.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { isOnItsWay, stillStands } from '#delivery/plan-post.ts';
import type { StoryId } from '#story/story.ts';
import type { StoryMute } from '#subscription/story-mute.ts';

/**
 * Owes a channel the card that says who muted its story there, or, without a mute, the card that says so no more.
 * Nothing where no card stands or is on its way. Call it in the transaction that keeps the mute.
 */
export async function oweMute(
  {
    channel,
    story,
    mute,
  }: {
    readonly channel: ChannelRef;
    readonly story: StoryId;
    readonly mute: StoryMute | undefined;
  },
  deliveries: DeliveryStore,
  now: Date,
): Promise<void> {
  const post = await deliveries.findPost(channel.id, story);
  if (post === undefined || !(stillStands(post) || isOnItsWay(post))) return;
  const card = mutedCard(post.card, mute);
  await oweCard(deliveries, {
    channel,
    story,
    card,
    cardHash: cardHash(card),
    changes: [],
    isAskedFor: true,
    now,
  });
}
