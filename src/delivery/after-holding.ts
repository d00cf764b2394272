import type { Post } from '#delivery/delivery.ts';
import type { WhenToPost } from '#subscription/when-to-post.ts';

/** What becomes of a post that is not to be shown now. It keeps its place among others that are held. */
export function afterHolding(post: Post, when: Exclude<WhenToPost, { readonly kind: 'now' }>): Post {
  const rested = { ...post, attempts: 0, firstSentAt: undefined, leaseUntil: undefined };
  switch (when.kind) {
    case 'held': {
      const until = when.until.toISOString();
      return {
        ...rested,
        state: 'held',
        heldFor: when.heldFor,
        dueAt: until,
        reason: undefined,
      };
    }
    case 'muted':
      return { ...rested, state: 'cancelled', heldFor: undefined, reason: when.reason };
  }
}
