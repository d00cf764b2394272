import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { MENDING_HOURS } from '#delivery/too-late.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

type Stores = { readonly subscriptions: SubscriptionStore; readonly deliveries: DeliveryStore };
type Standing = Awaited<ReturnType<SubscriptionStore['listStates']>>[number];

/**
 * Takes a watch away and gives where its stories stood, or nothing where there is no such watch. Cards stay; one that
 * waits still, and for which no other watch of the channel waits, is called off. Call it in a transaction.
 */
export async function endWatching(
  { id, channel }: Pick<Subscription, 'id' | 'channel'>,
  { subscriptions, deliveries }: Stores,
  now: Date,
): Promise<readonly Standing[] | undefined> {
  const stories = await subscriptions.listStates(id);
  if (!(await subscriptions.remove(id))) return undefined;
  for (const post of await whatWaits(channel, stories, deliveries, now)) {
    if ((await subscriptions.listForStory(channel, post.story)).length > 0) continue;
    const reason = 'nobody watches for it any more';
    await deliveries.savePost({ ...post, state: 'cancelled', heldFor: undefined, reason });
  }
  return stories;
}

/** The cards of these stories that a channel is owed and has not seen. */
export async function whatWaits(
  channel: ChannelId,
  standing: readonly Standing[],
  deliveries: DeliveryStore,
  now: Date,
): Promise<readonly Post[]> {
  const posts: Post[] = [];
  for (const { story } of standing.filter((one) => mayWait(one, now))) {
    const post = await deliveries.findPost(channel, story);
    if (post !== undefined && waits(post)) posts.push(post);
  }
  return posts;
}

const waits = ({ state, message }: Post): boolean =>
  message === undefined && (state === 'pending' || state === 'held');

/** A watch may have met thousands of stories: of what is quiet by now nothing waits, but what is held. */
const mayWait = ({ state, at }: Standing, now: Date): boolean =>
  state === 'held' || state === 'waiting' || now.getTime() - Date.parse(at) < MENDING_HOURS * HOUR_MS;
