import type { ChannelRef, WhenUncertain } from '#channel/channel.ts';
import type { DeliveryKey, FindOutcome, Messenger, SaidLine } from '#channel/messenger.ts';
import { afterFailedSearch, afterNoAttempt, afterSearch, type Moment } from '#delivery/after-failure.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering } from '#delivery/delivering.ts';
import type { Attempted } from '#delivery/delivery.ts';
import { guarded } from '#delivery/reach-channel.ts';
import type { Settling } from '#delivery/settling.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/** Where a message is looked for; `said` is the line itself, for a platform that has no room for its key. */
export type Place = {
  readonly channel: ChannelRef;
  readonly messenger: Messenger;
  readonly said?: SaidLine;
  /** What else it may be called there. */
  readonly otherKeys?: readonly DeliveryKey[];
  /** Nobody wants it any more: what cannot be known is no reason to send it again. */
  readonly isUnwanted?: true;
};

/**
 * A clock that was wrong when something was sent, mostly by the hour between two zones, was put right since: a message is
 * older then than our own account of it. A look too far back finds nothing wrong: a message is known by its key, and a
 * line that has none by its words, those apart that are known to be other lines.
 */
const CLOCK_WAS_WRONG_MS = 2 * HOUR_MS;

/** Looking itself failed. */
type Unclear = { readonly kind: 'unknown'; readonly detail: string };
type Found = Extract<FindOutcome, { readonly kind: 'found' }>;

/**
 * Looks for what may have arrived, as soon as it must show if it did. Where nobody can know, the desk's own word decides
 * whether it is sent again. `afterArriving` says what becomes of a row that was found.
 */
export async function lookFor<Row extends Attempted>(
  row: Row,
  place: Place,
  delivering: Delivering,
  afterArriving: (stored: Row, found: Found, moment: Moment) => Row,
): Promise<Consequence<Row>> {
  const leftMs = delivering.settling.leftMs(row.key);
  if (leftMs > 0) return untilItSettles(leftMs);
  const outcome = await search(row, place, delivering);
  switch (outcome.kind) {
    case 'found':
      return { settle: (stored, moment) => afterArriving(stored, outcome, moment) };
    case 'absent':
    case 'later':
    case 'cannot-know': {
      const policy = await policyFor(row, place, delivering);
      return { settle: (stored, moment) => afterSearch(stored, outcome, policy, moment) };
    }
    case 'unknown':
      return { settle: (stored, moment) => afterFailedSearch(stored, outcome.detail, moment) };
  }
}

/** What becomes of a row that has to wait for so long, since what was sent of it may still come. */
export const untilItSettles = <Row extends Attempted>(leftMs: number): Consequence<Row> => ({
  settle: (stored, moment) =>
    afterNoAttempt(stored, true, { detail: 'it may not show yet', retryAfterMs: Math.ceil(leftMs) }, moment),
});

/** By its own key first; the first that is not absent says it. */
async function search(
  row: Attempted,
  { channel, messenger, said, otherKeys = [] }: Place,
  delivering: Delivering,
): Promise<FindOutcome | Unclear> {
  const since = sentNoEarlierThan(row, delivering.clock());
  for (const key of [row.key, ...otherKeys]) {
    const outcome = await guarded(() => messenger.findByKey(channel, key, since, said), delivering);
    if (outcome.kind !== 'absent') return outcome;
  }
  return { kind: 'absent' };
}

function sentNoEarlierThan({ firstSentAt, plannedAt }: Attempted, now: Date): Date {
  const firstSentMs = Date.parse(firstSentAt ?? plannedAt);
  return new Date(Math.min(firstSentMs, now.getTime()) - CLOCK_WAS_WRONG_MS);
}

/** After a restore a whole day may stand in the channel: none of it is sent again blindly, whatever its people say. */
async function policyFor(
  { mayStandSince }: Attempted,
  { channel, isUnwanted }: Place,
  { ledger }: Delivering,
): Promise<WhenUncertain> {
  if (mayStandSince !== undefined || isUnwanted === true) return 'skip';
  const workspace = await ledger.workspaces.find(channel.workspace);
  return (await settingsOf(channel.id, workspace, ledger.subscriptions)).whenUncertain;
}

/**
 * Whether this must be looked for before it is sent: it may have arrived, and its platform no longer, or never, takes
 * the same key for the same message. How long ago another process sent it nobody knows: its clock may have been wrong.
 */
export function mustBeLookedFor(
  row: Attempted,
  { keyHoldsForMs = 0 }: Messenger,
  { sentAgoMs }: Settling,
): boolean {
  if (row.state !== 'unknown') return false;
  if (row.mayStandSince !== undefined) return true;
  const agoMs = sentAgoMs(row.key);
  return agoMs === undefined || agoMs >= keyHoldsForMs;
}
