import type { Post } from '#delivery/delivery.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

/** Why the post of a sample ended that its asker took back. */
export const TAKEN_BACK = 'the sample was taken back';

/** Discord remembers the key of a message that was deleted for "the past few minutes": nothing with it is posted anew before. */
const KEY_IS_REMEMBERED_MS = 5 * MINUTE_MS;

/** Whether this is the post of a sample that was taken back: as if there had been none, news of its story opens a card. */
export const wasTakenBack = ({ state, isTakenBack, message }: Post): boolean =>
  state === 'cancelled' && isTakenBack === true && message === undefined;

/** Whether a sample that stands is to go because it was taken back, not because nobody wants its story. */
export const isBeingTakenBack = ({ removedBy, isTakenBack }: Post): boolean =>
  removedBy !== undefined && isTakenBack === true;

/** What is left of a sample that is gone from its channel. News that came meanwhile is posted as the story's own card. */
export function afterTakingBack(removed: Post, now: Date): Post {
  const { removedBy: _, message: __, postedAt: ___, ...post } = removed;
  const isNewsOwed = post.wanted > post.shown + 1;
  return {
    ...post,
    shown: 0,
    reason: TAKEN_BACK,
    isTakenBack: true,
    state: isNewsOwed ? 'pending' : 'cancelled',
    dueAt: new Date(now.getTime() + KEY_IS_REMEMBERED_MS).toISOString(),
  };
}
