import { isRemovalOwed } from '#delivery/after-removal.ts';
import type { Post } from '#delivery/delivery.ts';

/** Whether a card of this post stands and nobody wants it taken away: a card of many stories may point to it. */
export const isThereToStay = (post: Post): boolean =>
  post.message !== undefined && post.state !== 'cancelled' && !isRemovalOwed(post);
