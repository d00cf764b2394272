import { cardHash } from '#card/card-hash.ts';
import { composeMergedCard } from '#card/compose-merged-card.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { storyStateWhenJoining } from '#delivery/story-state.ts';
import type { Owing } from '#delivery/weigh-channels.ts';
import type { Story } from '#story/story.ts';
import type { ToldStory } from '#story/tell-story.ts';
import { mentionOf } from '#subscription/mention-of.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** The stores of the transaction that keeps the story. */
type Stores = { readonly deliveries: DeliveryStore; readonly subscriptions: SubscriptionStore };

/** Writes down what a channel is owed of a story, and where the story now stands for each of its subscriptions. */
export async function oweStory(owing: Owing, told: ToldStory, stores: Stores, now: Date): Promise<void> {
  const { channel, card, changes, subscriptions, joining } = owing;
  const story = told.story.id;
  const existing = await stores.deliveries.findPost(channel.id, story);
  const mention = mentionOf(subscriptions);
  await oweCard(stores.deliveries, { channel, story, card, cardHash: cardHash(card), changes, mention, now });

  for (const { id } of joining) {
    await stores.subscriptions.setStoryState(id, story, storyStateWhenJoining(existing), now);
  }
  for (const younger of told.merged) await pointToOlder(younger, owing, told.story, stores, now);
}

/** The younger card becomes one line that says where it went. */
async function pointToOlder(
  younger: Story,
  { channel }: Owing,
  older: Story,
  { deliveries }: Stores,
  now: Date,
): Promise<void> {
  const post = await deliveries.findPost(channel.id, younger.id);
  if (!post) return;
  const card = composeMergedCard(post.card, older.shortName);
  await oweCard(deliveries, { channel, story: younger.id, card, cardHash: cardHash(card), changes: [], now });
}
