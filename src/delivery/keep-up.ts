import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { stillStands } from '#delivery/plan-post.ts';
import { isQuiet } from '#story/is-quiet.ts';
import type { StoryId } from '#story/story.ts';
import type { StoryStore } from '#story/story-store.ts';
import type { Subscription } from '#subscription/subscription.ts';

type Left = Pick<Subscription, 'channel' | 'name'>;
type Stores = { readonly deliveries: DeliveryStore; readonly stories: Pick<StoryStore, 'find'> };

/**
 * Has the cards that a watch leaves behind in its channel kept up to date there until their stories are quiet. Gives
 * the stories. Call it in the transaction in which the watch moves away.
 */
export async function keepUp(
  { channel, name }: Left,
  left: readonly StoryId[],
  { deliveries, stories }: Stores,
  now: Date,
): Promise<readonly StoryId[]> {
  const kept: StoryId[] = [];
  for (const id of left) {
    const story = await stories.find(id);
    if (story === undefined || isQuiet(story, now)) continue;
    const post = await deliveries.findPost(channel, id);
    if (post === undefined || !stillStands(post) || post.removedBy !== undefined) continue;
    await deliveries.savePost({ ...post, keptFor: [...keptFor(post, name), name] });
    kept.push(id);
  }
  return kept;
}

/** The watch is back: its cards are kept up by it again, and for as long as it is there. */
export async function leaveToWatch(
  { channel, name }: Left,
  stories: readonly StoryId[],
  deliveries: DeliveryStore,
): Promise<void> {
  for (const id of stories) {
    const post = await deliveries.findPost(channel, id);
    if (post?.keptFor === undefined) continue;
    const { keptFor: _, ...plain } = post;
    const others = keptFor(post, name);
    await deliveries.savePost({ ...plain, ...(others.length > 0 && { keptFor: others }) });
  }
}

/** Whether a card is kept up to date though nobody watches for it where it stands. */
export const isKeptUp = (post: Post | undefined): boolean => post?.keptFor !== undefined && stillStands(post);

/** Whether a watch of this name left the card behind. */
export const isKeptFor = (post: Post, name: string): boolean => post.keptFor?.includes(name) === true;

const keptFor = ({ keptFor = [] }: Post, except: string): readonly string[] =>
  keptFor.filter((name) => name !== except);
