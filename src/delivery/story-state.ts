import type { Post } from '#delivery/delivery.ts';
import type { StoryState } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** Where a story stands that has no card of its own, or whose card was deleted by a person; absent where it has one. */
export function storyStateAfter({ state, message, heldFor }: Post): StoryState | undefined {
  switch (state) {
    case 'cancelled':
      return 'muted';
    case 'held':
      return heldFor === 'condition' ? 'waiting' : 'held';
    case 'superseded':
      return 'digested';
    case 'dead':
    case 'expired':
    case 'uncertain':
      return message === undefined ? state : undefined;
    case 'pending':
    case 'sending':
    case 'unknown':
    case 'sent':
      return undefined;
  }
}

/**
 * Where a story stands for a subscription that it begins to match now; `before` is the post it finds in its channel,
 * `owed` what that became by the same news: a card of its own perhaps, after it had come to an end without one.
 */
export function storyStateWhenJoining(before: Post | undefined, owed = before): StoryState {
  if (before === undefined || isOpenedAnew(before, owed)) return 'posted';
  return storyStateAfter(before) ?? 'joined';
}

/** Whether a post that had come to an end without a card is to have one after all. */
export const isOpenedAnew = (before: Post, owed: Post | undefined): boolean =>
  owed?.state === 'pending' && before.state !== 'held' && storyStateAfter(before) !== undefined;

/** Notes where a story stands for the subscriptions of its channel; one that is paused stays as it is. */
export async function standAt(
  state: StoryState,
  { channel, story }: Pick<Post, 'channel' | 'story'>,
  subscriptions: SubscriptionStore,
  now: Date,
): Promise<void> {
  for (const [id, standing] of await subscriptions.storyStatesOf(channel, story)) {
    if (standing !== 'muted') await subscriptions.setStoryState(id, story, state, now);
  }
}
