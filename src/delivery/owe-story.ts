import { cardHash } from '#card/card-hash.ts';
import { takesBack } from '#card/change.ts';
import { composeMergedCard } from '#card/compose-merged-card.ts';
import { mutedCard } from '#card/muted-card.ts';
import { isRemovalOwed } from '#delivery/after-removal.ts';
import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { oweCall } from '#delivery/owe-call.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { wasDeleted } from '#delivery/owed-message.ts';
import { endedUnposted, hasEnded, mayBeSeen } from '#delivery/plan-post.ts';
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
  const existing =
    (await stores.deliveries.findPost(channel.id, story)) ?? (await inheritEnd(owing, told, stores, now));
  if (isOver) {
    const end = existing?.message === undefined ? 'expired' : 'joined';
    for (const { id } of joining) await stores.subscriptions.setStoryState(id, story, end, now);
    return;
  }
  if (subscriptions.length === 0 && !concernsReaders(owing, existing))
    return pointAll(owing, told, stores, now);
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

/** Where nobody watches, only who sees a card is told more, or who may have been told what is taken back. */
const concernsReaders = ({ changes }: Owing, existing: Post | undefined): boolean =>
  existing !== undefined && (mayBeSeen(existing) || changes.some(takesBack));

/**
 * What people wanted of a younger story they want of the older one that it became part of, where nothing of that is known
 * in their channel: muted, it stays muted; its card deleted or removed, no other comes. Gives the post that says the latter.
 */
async function inheritEnd(
  { channel, card }: Owing,
  { story, merged }: ToldStory,
  { deliveries, subscriptions }: Stores,
  now: Date,
): Promise<Post | undefined> {
  for (const { id } of merged) {
    const mute = await subscriptions.findMute(channel.id, id);
    if (mute !== undefined && (await subscriptions.findMute(channel.id, story.id)) === undefined)
      await subscriptions.saveMute({ ...mute, story: story.id });
    const post = await deliveries.findPost(channel.id, id);
    if (post === undefined || !isUnwanted(post)) continue;
    const ended = endedUnposted({ channel, story: story.id, card, cardHash: cardHash(card), now });
    await deliveries.savePost(ended);
    return ended;
  }
  return undefined;
}

/** Whether people deleted the card, or want it removed. */
const isUnwanted = (post: Post): boolean =>
  wasDeleted(post) || isRemovalOwed(post) || (post.state === 'cancelled' && post.message !== undefined);

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
