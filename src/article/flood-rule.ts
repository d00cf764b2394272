import type { Arrival } from '#article/sort-items.ts';

/** Whether a document's new items are news, or a feed that lists its past under new names. */
export type FloodVerdict =
  | { readonly kind: 'calm' }
  | { readonly kind: 'too-many-new'; readonly newItems: number; readonly usual: number }
  | { readonly kind: 're-issued'; readonly reissued: number; readonly items: number };

const ALWAYS_CALM = 10;
const TIMES_USUAL = 5;

/**
 * Judges one document: too many new items are more than ten and more than five times what a visit usually brings;
 * re-issued are more than half of its items, three at least, under new guids but with titles or links known. Such
 * items are stored but parked: a person releases or drops them.
 */
export function judgeFlood(arrivals: readonly Arrival[], usualNewItems: number): FloodVerdict {
  const fresh = arrivals.filter((arrival) => arrival.kind === 'new');
  const reissued = fresh.filter((arrival) => arrival.resembles !== undefined).length;
  if (reissued >= 3 && reissued > arrivals.length / 2) {
    return { kind: 're-issued', reissued, items: arrivals.length };
  }
  const limit = Math.max(ALWAYS_CALM, TIMES_USUAL * usualNewItems);
  return fresh.length > limit
    ? { kind: 'too-many-new', newItems: fresh.length, usual: usualNewItems }
    : { kind: 'calm' };
}
