import { MINUTE_MS } from '#kernel/clock.ts';

/** No delivery is taken for longer than a few minutes: a lease that ends later was taken by a clock that ran ahead. */
const LONGEST_LEASE_MS = 10 * MINUTE_MS;

/** A lease that ends after this has run out, as one has that ended before now. */
export const furthestLease = (now: Date): string => new Date(now.getTime() + LONGEST_LEASE_MS).toISOString();
