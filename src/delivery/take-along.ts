import { cardHash } from '#card/card-hash.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { isWithoutCard } from '#delivery/plan-post.ts';
import { storyStateWhenJoining } from '#delivery/story-state.ts';
import type { StoryState, Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import { isMuted } from '#subscription/when-to-post.ts';

/** Where a watch went. */
export type Destination = { readonly watch: Subscription; readonly channel: ChannelRef };

type Stores = { readonly deliveries: DeliveryStore; readonly subscriptions: SubscriptionStore };

/**
 * Owes the channel where a watch went the card of a story; when that is told is decided there, as of any
 * card. Gives where the story then stands for the watch: where the channel muted it, or its people removed the card,
 * nothing is owed. Call it in a transaction.
 */
export async function takeAlong(
  { story, card, ground }: Pick<Post, 'story' | 'card' | 'ground'>,
  { watch, channel }: Destination,
  { deliveries, subscriptions }: Stores,
  now: Date,
): Promise<StoryState> {
  const existing = await deliveries.findPost(channel.id, story);
  const isClosed =
    existing?.removedBy !== undefined || isMuted(await subscriptions.findMute(channel.id, story), now);
  // A card that stands there keeps what its own watches compose.
  if (!isClosed && (existing === undefined || isWithoutCard(existing)))
    await oweCard(deliveries, {
      channel,
      story,
      card,
      cardHash: cardHash(card),
      changes: [],
      mention: watch.mention,
      ...(ground !== undefined && { ground }),
      isAtOnce: watch.digest === undefined,
      isJoined: true,
      now,
    });
  const owed = await deliveries.findPost(channel.id, story);
  const state = isClosed ? 'muted' : storyStateWhenJoining(existing, owed);
  await subscriptions.setStoryState(watch.id, story, state, now);
  return state;
}
