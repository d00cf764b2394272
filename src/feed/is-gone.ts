import type { FeedRecord } from '#feed/feed.ts';
import type { VisitFailure } from '#feed/feed-visit.ts';
import { DAY_MS } from '#kernel/clock.ts';

const NOT_FOUND_TIMES = 10;
const NOT_FOUND_FOR_MS = 7 * DAY_MS;

/**
 * Whether a feed is no longer published: at once where its server says so (410), and where it was not found (404) after
 * ten failures in a row over a week or more. `failuresInARow` counts the failure of this visit.
 */
export function isGone(
  reason: VisitFailure,
  { failuresInARow, failingSince }: Pick<FeedRecord, 'failuresInARow' | 'failingSince'>,
  now: Date,
): boolean {
  if (reason === 'gone') return true;
  if (reason !== 'not-found' || failuresInARow < NOT_FOUND_TIMES || failingSince === undefined) return false;
  return now.getTime() - Date.parse(failingSince) >= NOT_FOUND_FOR_MS;
}
