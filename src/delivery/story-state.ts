import type { Post } from '#delivery/delivery.ts';
import type { StoryState } from '#subscription/subscription.ts';

/** Where a story stands whose card did not come, or was deleted by a person: nothing more is said of it there. */
export function storyStateAfter({ state, message }: Post): StoryState | undefined {
  if (state === 'cancelled') return 'muted';
  const isEnd = state === 'dead' || state === 'expired' || state === 'uncertain';
  return isEnd && message === undefined ? state : undefined;
}

/** Where a story stands for a subscription that it begins to match now; `existing` is the post it finds in its channel. */
export function storyStateWhenJoining(existing: Post | undefined): StoryState {
  if (existing === undefined) return 'posted';
  return storyStateAfter(existing) ?? 'joined';
}
