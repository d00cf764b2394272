import type { EditOutcome, MessageId, RemovalOutcome, SendOutcome } from '#channel/messenger.ts';
import type { Moment } from '#delivery/after-failure.ts';
import { afterFailure } from '#delivery/after-failure.ts';
import type { Attempted, Post } from '#delivery/delivery.ts';
import { afterTakingBack, isBeingTakenBack } from '#delivery/sample-taken-back.ts';
import { SETTLE_MS } from '#delivery/settling.ts';
import { isTooLateToMend } from '#delivery/too-late.ts';

/** The revision that a message shows in which only the card's plain sentence stands. */
export const NOTHING_SHOWN = 0;

/** What becomes of a post after its card was to be created, showing `revision`. */
export function afterCreating(post: Post, revision: number, outcome: SendOutcome, moment: Moment): Post {
  if (outcome.kind !== 'sent') return afterFailure(post, outcome, moment);
  const shown = afterShowing(post, outcome.isBare ? NOTHING_SHOWN : revision, outcome.message, moment);
  return outcome.mayChange ? dueOnceSettled(shown, moment) : shown;
}

/** An edit that got no answer may still come: one that is made before it does would be undone by it. */
const dueOnceSettled = (post: Post, { now }: Moment): Post => {
  const settledAt = new Date(now.getTime() + SETTLE_MS).toISOString();
  return { ...post, state: 'unknown', dueAt: settledAt > post.dueAt ? settledAt : post.dueAt };
};

/**
 * What becomes of a post after its card was to be edited to `revision`. An edit that may have arrived is made again:
 * it shows the same, but not before it must have. A message that a person deleted ends the post; one that can be edited no more stays as it is.
 */
export function afterEditing(post: Post, revision: number, outcome: EditOutcome, moment: Moment): Post {
  switch (outcome.kind) {
    case 'sent':
      return afterShowing(post, revision, outcome.message, moment);
    case 'unknown':
      return afterDoubtfulEdit(post, outcome.detail, moment);
    case 'later':
      return endedWhenTooLate(givenUpAsExpired(afterFailure(post, outcome, moment)), moment);
    case 'refused':
      return endedWhenTooLate(afterFailure(post, outcome, moment), moment);
    case 'message-gone':
      return {
        ...post,
        state: 'cancelled',
        leaseUntil: undefined,
        reason: 'the card was deleted in the channel',
      };
    case 'window-closed':
      return { ...settled(post), state: 'sent', reason: outcome.detail };
  }
}

/** What becomes of a post whose card was to be taken away. What may have been taken away already is taken away again. */
export function afterRemoving(post: Post, outcome: RemovalOutcome, moment: Moment): Post {
  switch (outcome.kind) {
    case 'removed':
    case 'message-gone':
      return isBeingTakenBack(post)
        ? afterTakingBack(settled(post), moment.now)
        : { ...settled(post), state: 'cancelled', reason: `removed by ${post.removedBy}` };
    case 'unknown':
      return afterFailure(post, { ...outcome, kind: 'later' }, moment);
    case 'later':
    case 'refused':
      return endedWhenTooLate(afterFailure(post, outcome, moment), moment);
  }
}

function afterDoubtfulEdit(post: Post, detail: string, moment: Moment): Post {
  const failed = givenUpAsExpired(afterFailure(post, { kind: 'later', detail }, moment));
  return failed.state === 'pending' ? dueOnceSettled(failed, moment) : failed;
}

/**
 * What becomes of a post whose card `message` shows `revision`, or an older one where it was found again: then an edit
 * follows. A newer card wanted meanwhile is due when its plan said.
 */
export function afterShowing(post: Post, revision: number, message: MessageId, { now }: Moment): Post {
  return {
    ...settled(post),
    state: post.wanted > revision ? 'pending' : 'sent',
    shown: Math.max(post.shown, revision),
    message,
    postedAt: post.postedAt ?? now.toISOString(),
    reason: undefined,
  };
}

/** What becomes of a line after it was to be sent. */
export const lineAfterSending = <Line extends Attempted>(
  line: Line,
  outcome: SendOutcome,
  moment: Moment,
): Line =>
  outcome.kind === 'sent' ? lineAfterArriving(line, outcome.message) : afterFailure(line, outcome, moment);

/** What becomes of a line that stands where it is to be read, as `message` where that has one; `firstSentAt` says since when. */
export const lineAfterArriving = <Line extends Attempted>(line: Line, message?: MessageId): Line => ({
  ...line,
  state: 'sent',
  ...(message !== undefined && { message }),
  mayStandSince: undefined,
  leaseUntil: undefined,
  reason: undefined,
});

const settled = (post: Post): Post => ({
  ...post,
  attempts: 0,
  firstSentAt: undefined,
  mayStandSince: undefined,
  leaseUntil: undefined,
});

/** An edit has no other end than this one: a channel that never lets us in, or always asks to wait, is not asked for ever. */
const endedWhenTooLate = (post: Post, { now }: Moment): Post =>
  post.state === 'pending' && isTooLateToMend(post, now) ? { ...post, state: 'expired' } : post;

/** The card still stands, only older than wanted: a newer revision may try again, so this is no death. */
const givenUpAsExpired = (post: Post): Post => (post.state === 'dead' ? { ...post, state: 'expired' } : post);
