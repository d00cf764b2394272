import type { WhenUncertain } from '#channel/channel.ts';
import type { FindOutcome, Refusal, SendOutcome } from '#channel/messenger.ts';
import type { Attempted } from '#delivery/delivery.ts';
import { DELETED } from '#delivery/owed-message.ts';
import { HOURLY_FROM_TRY, retryAfterRefusalAt, retryAt } from '#delivery/retry-at.ts';
import { SETTLE_MS } from '#delivery/settling.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';

/** Behind the moment at which its channel is tried again, so that others of the channel have their turn to be the one. */
const BEHIND_ITS_STOP_MS = 10 * SECOND_MS;

/** How often a message is sent again whose arrival nobody can know. A platform that never answers ends there. */
const MOST_REPEATS = 4;

/** By then no platform is trusted to know a key any more: what is due is looked for, and not sent again under it. */
const NO_KEY_HOLDS_MS = 5 * MINUTE_MS;

/** The moment something ended, and the dice for what follows: `random` is from 0 up to 1. */
export type Moment = { readonly now: Date; readonly random: number };

/** A way of sending that did not end with a message. */
export type SendFailure = Exclude<SendOutcome, { readonly kind: 'sent' }>;

/**
 * What becomes of a row whose message did not, or perhaps did not, arrive: tried again later, given up, or looked for
 * before anything else. One that is `unknown` was sent again under its key, since it may have arrived before.
 */
export function afterFailure<Row extends Attempted>(row: Row, failure: SendFailure, moment: Moment): Row {
  const failed = afterThisFailure(row, failure, moment);
  return row.state === 'unknown' ? stillUnknown(failed, row, moment) : failed;
}

/** What did not arrive this time may have arrived the time before: before it is given up it is looked for. */
function stillUnknown<Row extends Attempted>(failed: Row, { firstSentAt }: Row, { now }: Moment): Row {
  switch (failed.state) {
    case 'pending':
      return { ...failed, state: 'unknown', firstSentAt };
    case 'dead': {
      const dueAt = new Date(now.getTime() + NO_KEY_HOLDS_MS).toISOString();
      return { ...failed, state: 'unknown', firstSentAt, dueAt };
    }
    case 'sending':
    case 'unknown':
    case 'held':
    case 'sent':
    case 'superseded':
    case 'cancelled':
    case 'expired':
    case 'uncertain':
      return failed;
  }
}

function afterThisFailure<Row extends Attempted>(row: Row, failure: SendFailure, moment: Moment): Row {
  const attempts = row.attempts + 1;
  switch (failure.kind) {
    case 'later':
      // A platform that says when it may be asked is not one that fails.
      return failure.retryAfterMs === undefined
        ? afterDelay({ ...row, attempts, firstSentAt: undefined }, failure, moment)
        : afterDelay({ ...row, firstSentAt: undefined }, failure, moment);
    case 'refused':
      return afterRefusal(row, failure, moment);
    case 'message-gone':
      return { ...row, state: 'cancelled', leaseUntil: undefined, reason: DELETED };
    case 'unknown':
      return {
        ...row,
        attempts,
        state: 'unknown',
        leaseUntil: undefined,
        dueAt: new Date(moment.now.getTime() + SETTLE_MS).toISOString(),
        reason: failure.detail,
      };
  }
}

/**
 * What becomes of a row that was looked for and not found. Where nobody can know, `policy` says whether it is sent
 * again, a few times at most, or ends as uncertain: a person decides then.
 */
export function afterSearch<Row extends Attempted>(
  row: Row,
  outcome: Exclude<FindOutcome, { readonly kind: 'found' }>,
  policy: WhenUncertain,
  moment: Moment,
): Row {
  switch (outcome.kind) {
    case 'absent':
      return sentAgain(row, moment.now);
    case 'later':
      return afterPostponedSearch(row, outcome, moment);
    case 'cannot-know': {
      const repeats = (row.repeats ?? 0) + 1;
      return policy === 'repeat' && repeats <= MOST_REPEATS
        ? { ...sentAgain(row, moment.now), repeats, reason: `sent again: ${outcome.detail}` }
        : { ...row, state: 'uncertain', leaseUntil: undefined, reason: outcome.detail };
    }
  }
}

const sentAgain = <Row extends Attempted>(row: Row, now: Date): Row => ({
  ...row,
  state: 'pending',
  dueAt: now.toISOString(),
  firstSentAt: undefined,
  mayStandSince: undefined,
  leaseUntil: undefined,
});

/** As with sending: who is only asked to wait has not failed. */
function afterPostponedSearch<Row extends Attempted>(
  row: Row,
  { retryAfterMs, detail }: FindOutcome & { readonly kind: 'later' },
  moment: Moment,
): Row {
  const dueAt = retryAfterMs === undefined ? undefined : retryAt({ ...moment, attempts: 1, retryAfterMs });
  return dueAt === undefined
    ? afterFailedSearch(row, detail, moment)
    : { ...row, state: 'unknown', dueAt: dueAt.toISOString(), leaseUntil: undefined, reason: detail };
}

/** What becomes of a row that could not even be looked for: looked for again later, in the end uncertain. */
export function afterFailedSearch<Row extends Attempted>(row: Row, detail: string, moment: Moment): Row {
  const attempts = row.attempts + 1;
  const dueAt = retryAt({ ...moment, attempts });
  return dueAt === undefined
    ? { ...row, attempts, state: 'uncertain', leaseUntil: undefined, reason: detail }
    : {
        ...row,
        attempts,
        state: 'unknown',
        dueAt: dueAt.toISOString(),
        leaseUntil: undefined,
        reason: detail,
      };
}

/**
 * What becomes of a row for which nothing could be tried, which is no try. One that may have arrived must not be taken
 * for one that did not: it is looked for later, never sent before.
 */
export const afterNoAttempt = <Row extends Attempted>(
  row: Row,
  mayHaveArrived: boolean,
  { detail, retryAfterMs }: { readonly detail: string; readonly retryAfterMs: number },
  { now }: Moment,
): Row => ({
  ...row,
  ...(mayHaveArrived ? { state: 'unknown' } : { state: 'pending', firstSentAt: undefined }),
  dueAt: new Date(now.getTime() + retryAfterMs).toISOString(),
  leaseUntil: undefined,
  reason: detail,
});

/** A right can be given back, and a bot invited again: what people may mend is asked for again, and says what it lacks. */
function afterRefusal<Row extends Attempted>(
  row: Row,
  failure: SendFailure & { readonly kind: 'refused' },
  moment: Moment,
): Row {
  const refused = {
    ...row,
    firstSentAt: undefined,
    leaseUntil: undefined,
    reason: `${failure.reason}: ${failure.detail}`,
  };
  if (!canBeMended(failure.reason))
    return { ...refused, attempts: row.attempts + 1, ...givenUp(row, 'dead') };
  // No more than that: many refusals must not use up the tries that a busy platform is given.
  const attempts = Math.min(row.attempts + 1, HOURLY_FROM_TRY);
  const triedAt = retryAfterRefusalAt({ ...moment, attempts });
  const dueAt = new Date(triedAt.getTime() + BEHIND_ITS_STOP_MS).toISOString();
  return { ...refused, attempts, state: 'pending', dueAt };
}

/**
 * How a row ends that is sent no more: one that was sent before without an answer may stand nonetheless. Whoever gives
 * up says so, and takes nothing for known.
 */
const givenUp = (
  { repeats = 0, message }: Attempted,
  end: 'dead' | 'expired',
): { readonly state: 'dead' | 'expired' | 'uncertain' } => ({
  state: repeats > 0 && message === undefined ? 'uncertain' : end,
});

/** How a row ends that is too late to be sent; `why` stands before the reason it has. */
export const afterExpiring = <Row extends Attempted>(row: Row, why: string): Row => ({
  ...row,
  ...givenUp(row, 'expired'),
  leaseUntil: undefined,
  reason: [why, row.reason ?? []].flat().join(': '),
});

/** Whether people may mend what a platform refuses for this reason. */
function canBeMended(reason: Refusal): boolean {
  switch (reason) {
    case 'not-allowed':
    case 'not-in-channel':
    case 'not-authorised':
      return true;
    case 'channel-gone':
    case 'invalid':
      return false;
  }
}

function afterDelay<Row extends Attempted>(
  row: Row,
  { retryAfterMs, detail }: SendFailure & { readonly kind: 'later' },
  moment: Moment,
): Row {
  const dueAt = retryAt({ ...moment, attempts: row.attempts, retryAfterMs });
  return dueAt === undefined
    ? {
        ...row,
        ...givenUp(row, 'dead'),
        leaseUntil: undefined,
        reason: `tried ${row.attempts} times: ${detail}`,
      }
    : { ...row, state: 'pending', dueAt: dueAt.toISOString(), leaseUntil: undefined, reason: detail };
}
