import { cardHash } from '#card/card-hash.ts';
import { takesBack } from '#card/change.ts';
import { composeMergedCard } from '#card/compose-merged-card.ts';
import { mutedCard } from '#card/muted-card.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { oweCall } from '#delivery/owe-call.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { hasEnded, mayBeSeen } from '#delivery/plan-post.ts';
import { isOpenedAnew, storyStateWhenJoining } from '#delivery/story-state.ts';
import type { Owing } from '#delivery/weigh-channels.ts';
import type { HiddenStore } from '#story/hidden-store.ts';
import type { Story, StoryId } from '#story/story.ts';
import type { ToldStory } from '#story/tell-story.ts';
import { groundOf } from '#subscription/ground.ts';
import { isSilent } from '#subscription/is-silent.ts';
import { mentionOf } from '#subscription/mention-of.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import { isMuted } from '#subscription/when-to-post.ts';

/** The stores of the transaction that keeps the story. */
type Stores = {
  readonly deliveries: DeliveryStore;
  readonly subscriptions: SubscriptionStore;
  readonly hidden: HiddenStore;
};

/** Writes down what a channel is owed of a story, and where the story now stands for each of its subscriptions. */
export async function oweStory(owing: Owing, told: ToldStory, stores: Stores, now: Date): Promise<void> {
  const { channel, subscriptions, joining, silent, isOver, own } = owing;
  const story = told.story.id;
  if (own !== undefined) await stores.hidden.saveAccount(channel.workspace, story, own);
  for (const { id } of silent) await stores.subscriptions.setStoryState(id, story, 'muted', now);
  const existing = await stores.deliveries.findPost(channel.id, story);
  if (isOver) {
    const end = existing?.message === undefined ? 'expired' : 'joined';
    for (const { id } of joining) await stores.subscriptions.setStoryState(id, story, end, now);
    return;
  }
  if (existing === undefined && subscriptions.length === 0) return pointAll(owing, told, stores, now);
  const mute = await stores.subscriptions.findMute(channel.id, story);
  const isLeftAlone = isMuted(mute, now) && existing !== undefined && mayBeSeen(existing);
  if (!isLeftAlone || owing.changes.some(takesBack)) {
    const card = mutedCard(owing.card, isLeftAlone ? mute : undefined);
    await oweNewest({ ...owing, card }, told, stores, now);
  }

  if (!isLeftAlone) await oweCall({ channel, story, joining }, stores, now);

  const owed = await stores.deliveries.findPost(channel.id, story);
  const standing = isLeftAlone ? 'muted' : storyStateWhenJoining(existing, owed);
  for (const { id } of joining) await stores.subscriptions.setStoryState(id, story, standing, now);
  if (existing !== undefined && isOpenedAnew(existing, owed)) await endMute(owing, story, stores, now);
  await pointAll(owing, told, stores, now);
}

async function oweNewest(
  { channel, card, changes, subscriptions, kept = [], joining, mayStandSince, own }: Owing,
  { story }: ToldStory,
  { deliveries }: Stores,
  now: Date,
): Promise<void> {
  const wanted = subscriptions.length > 0 ? subscriptions : kept;
  await oweCard(deliveries, {
    channel,
    story: story.id,
    card,
    cardHash: cardHash(card),
    changes,
    mention: mentionOf(subscriptions),
    ground: groundOf(own ?? story.account),
    isAtOnce: subscriptions.some(({ digest }) => digest === undefined),
    isJoined: joining.length > 0,
    isWithoutLines: wanted.length > 0 && wanted.every((one) => one.isWithoutLines === true),
    mayStandSince,
    now,
  });
}

/** The story was muted in this channel and has a card of its own again: for all whom it matched, paused ones aside. */
async function endMute(
  { channel }: Owing,
  story: StoryId,
  { subscriptions }: Stores,
  now: Date,
): Promise<void> {
  const standing = await subscriptions.storyStatesOf(channel.id, story);
  for (const one of await subscriptions.listForStory(channel.id, story)) {
    if (standing.get(one.id) !== 'muted' || isSilent(one, now)) continue;
    await subscriptions.setStoryState(one.id, story, 'joined', now);
  }
}

async function pointAll(
  owing: Owing,
  { story, merged }: ToldStory,
  stores: Stores,
  now: Date,
): Promise<void> {
  for (const younger of merged) await pointToOlder(younger, owing, story, stores, now);
}

/** The younger card becomes one line that says where it went. Where nobody can see one there is nothing to point from. */
async function pointToOlder(
  younger: Story,
  { channel }: Owing,
  older: Story,
  { deliveries }: Stores,
  now: Date,
): Promise<void> {
  const post = await deliveries.findPost(channel.id, younger.id);
  if (post === undefined) return;
  if (!mayBeSeen(post)) {
    if (hasEnded(post)) return;
    const reason = `part of ${older.shortName}`;
    return deliveries.savePost({ ...post, state: 'cancelled', heldFor: undefined, reason });
  }
  const card = composeMergedCard(post.card, older.shortName);
  await oweCard(deliveries, { channel, story: younger.id, card, cardHash: cardHash(card), changes: [], now });
}
