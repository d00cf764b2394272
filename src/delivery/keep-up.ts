import type { MovedWatch, Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { isOnItsWay, stillStands } from '#delivery/plan-post.ts';
import { isQuiet } from '#story/is-quiet.ts';
import type { StoryId } from '#story/story.ts';
import type { StoryStore } from '#story/story-store.ts';
import type { Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

type Stores = { readonly deliveries: DeliveryStore; readonly stories: Pick<StoryStore, 'find'> };

/**
 * Has the cards that a watch leaves behind in its channel kept up to date there until their stories are quiet. Gives
 * the stories. Call it in the transaction in which the watch moves away.
 */
export async function keepUp(
  watch: Subscription,
  left: readonly StoryId[],
  { deliveries, stories }: Stores,
  now: Date,
): Promise<readonly StoryId[]> {
  const kept: StoryId[] = [];
  for (const id of left) {
    const story = await stories.find(id);
    if (story === undefined || isQuiet(story, now)) continue;
    const post = await deliveries.findPost(watch.channel, id);
    if (post === undefined || post.removedBy !== undefined || !(stillStands(post) || isOnItsWay(post)))
      continue;
    await deliveries.savePost({ ...post, keptFor: [...keptForOthers(post, watch), movedWatch(watch)] });
    kept.push(id);
  }
  return kept;
}

/**
 * A watch comes to this channel from where it had moved to: the cards that it left behind are its own again. Gives
 * their stories. Call it in the transaction that adds the watch.
 */
export async function takeUp(
  watch: Subscription,
  {
    deliveries,
    subscriptions,
  }: { readonly deliveries: DeliveryStore; readonly subscriptions: SubscriptionStore },
  now: Date,
): Promise<readonly StoryId[]> {
  const left = (await deliveries.listKeptUp(watch.channel)).filter((post) => isKeptFor(post, watch));
  for (const { story } of left) await subscriptions.setStoryState(watch.id, story, 'joined', now);
  const stories = left.map(({ story }) => story);
  await leaveToWatch(watch, stories, deliveries);
  return stories;
}

/** The watch is back: its cards are kept up by it again, and for as long as it is there. */
export async function leaveToWatch(
  watch: Pick<Subscription, 'channel' | 'topic' | 'name'>,
  stories: readonly StoryId[],
  deliveries: DeliveryStore,
): Promise<void> {
  for (const id of stories) {
    const post = await deliveries.findPost(watch.channel, id);
    if (post?.keptFor === undefined) continue;
    const { keptFor: _, ...plain } = post;
    const others = keptForOthers(post, watch);
    await deliveries.savePost({ ...plain, ...(others.length > 0 && { keptFor: others }) });
  }
}

/** Whether a card is kept up to date though nobody watches for it where it stands, or may stand. */
export const isKeptUp = (post: Post | undefined): boolean =>
  post?.keptFor !== undefined && (stillStands(post) || isOnItsWay(post));

/** Whether a watch of this topic left the card behind, by whatever name it goes now. */
export const isKeptFor = (post: Post, watch: Pick<Subscription, 'topic' | 'name'>): boolean =>
  post.keptFor?.some((moved) => isOf(moved, watch)) === true;

/** Of a watch that moved away under a Readout of before only the name is known. */
const isOf = (moved: MovedWatch, { topic, name }: Pick<Subscription, 'topic' | 'name'>): boolean =>
  moved.topic === topic || (moved.topic === '' && moved.name === name);

const keptForOthers = (
  { keptFor = [] }: Post,
  watch: Pick<Subscription, 'topic' | 'name'>,
): readonly MovedWatch[] => keptFor.filter((moved) => !isOf(moved, watch));

function movedWatch({ topic, name, languages, inThread, isWithoutLines }: Subscription): MovedWatch {
  return {
    topic,
    name,
    ...(languages && { languages }),
    ...(inThread && { inThread }),
    ...(isWithoutLines && { isWithoutLines }),
  };
}
