import type { Arrival } from '#article/sort-items.ts';
import type { FeedRecord } from '#feed/feed.ts';
import { STEADY_MS } from '#feed/next-visit-at.ts';
import { DAY_MS } from '#kernel/clock.ts';

/** Whether a document's new items are news, or a feed that lists its past under new names. */
export type FloodVerdict =
  | { readonly kind: 'calm' }
  | { readonly kind: 'too-many-new'; readonly newItems: number; readonly usual: number }
  | { readonly kind: 're-issued'; readonly reissued: number; readonly items: number };

const ALWAYS_CALM = 10;
const TIMES_USUAL = 5;
/** What was published before is old news when it comes, so a longer absence explains no more. */
const LONGEST_ABSENCE_MS = 2 * DAY_MS;

/**
 * Judges one document: too many new items are more than ten and more than five times what a visit usually brings,
 * and more than the visits missed since the feed was last read account for, at what is usual or one item each;
 * re-issued are more than half of its items, three at least, under new guids but with titles or links known. Such
 * items are stored but parked: a person releases or drops them.
 */
export function judgeFlood(
  arrivals: readonly Arrival[],
  { usualNewItems, lastReadAt }: Pick<FeedRecord, 'usualNewItems' | 'lastReadAt'>,
  now: Date,
): FloodVerdict {
  const fresh = arrivals.filter((arrival) => arrival.kind === 'new');
  const reissued = fresh.filter((arrival) => arrival.resembles !== undefined).length;
  if (reissued >= 3 && reissued > arrivals.length / 2) {
    return { kind: 're-issued', reissued, items: arrivals.length };
  }
  const missed = lastReadAt === undefined ? 0 : visitsMissed(now.getTime() - Date.parse(lastReadAt));
  const limit = Math.max(ALWAYS_CALM, TIMES_USUAL * usualNewItems) + missed * Math.max(1, usualNewItems);
  return fresh.length > limit
    ? { kind: 'too-many-new', newItems: fresh.length, usual: usualNewItems }
    : { kind: 'calm' };
}

/** The visit that is judged is not missed, and a clock that was set back has missed none. */
function visitsMissed(absenceMs: number): number {
  return Math.max(0, Math.floor(Math.min(absenceMs, LONGEST_ABSENCE_MS) / STEADY_MS) - 1);
}
