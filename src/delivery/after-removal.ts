import type { Post } from '#delivery/delivery.ts';

/** Whether somebody wants the card of this post taken away, and it still stands. */
export const isRemovalOwed = ({ removedBy, state }: Post): boolean =>
  removedBy !== undefined && state !== 'cancelled';

/**
 * What an attempt leaves of a post, `tried`, whose card somebody may want taken away. However an edit ended that was
 * under way when that was asked, the removal is due at once. A removal that ended without success is owed no more: the
 * card lives on, and is brought up to date.
 */
export function keepingRemoval(tried: Post, settled: Post, now: Date): Post {
  if (!isRemovalOwed(settled)) return settled;
  if (tried.removedBy === undefined) return { ...dueNow(settled, now), attempts: 0 };
  return mayBeTriedAgain(settled) ? settled : livingOn(settled, now);
}

/** A post whose card somebody wanted removed, and which no longer waits for that: its card is brought up to date. */
export function livingOn(post: Post, now: Date): Post {
  const { removedBy: _, isTakenBack: __, ...kept } = post;
  return {
    ...dueNow(kept, now),
    attempts: 0,
    plannedAt: now.toISOString(),
    reason: ['it could not be removed', post.reason ?? []].flat().join(': '),
  };
}

/** What is due is claimed where less is shown than wanted. */
const dueNow = (post: Post, now: Date): Post => ({
  ...post,
  leaseUntil: undefined,
  wanted: Math.max(post.wanted, post.shown + 1),
  state: 'pending',
  dueAt: now.toISOString(),
});

const mayBeTriedAgain = ({ state }: Post): boolean => state === 'pending' || state === 'unknown';
