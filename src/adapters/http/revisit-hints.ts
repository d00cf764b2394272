import type { RevisitHints } from '#feed/feed-visit.ts';
import { DAY_MS, SECOND_MS } from '#kernel/clock.ts';

/** Reads one header of an answer. */
export type ReadHeader = (name: string) => string | undefined;

/**
 * What an answer's headers ask about the next visit: the latest of `Retry-After` (RFC 9110, 10.2.3), `max-age` and
 * `Expires` (RFC 9111, 5), at most a day. Senseless values count as absent; dates are taken by the server's own clock.
 */
export function revisitHints(header: ReadHeader, now: Date): RevisitHints {
  const serverNow = timeOf(header('date')) ?? now.getTime();
  const freshMs = maxAgeMs(header) ?? untilMs(header('expires'), serverNow);
  const waits = [retryAfterMs(header('retry-after'), serverNow), freshMs].filter(
    (wait) => wait !== undefined,
  );
  const longestMs = Math.min(DAY_MS, Math.max(0, ...waits));
  return longestMs > 0 ? { notBeforeMs: longestMs } : {};
}

function retryAfterMs(value: string | undefined, serverNow: number): number | undefined {
  if (value === undefined) return undefined;
  return /^\d+$/.test(value.trim()) ? Number(value) * SECOND_MS : untilMs(value, serverNow);
}

function maxAgeMs(header: ReadHeader): number | undefined {
  const found = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(header('cache-control') ?? '');
  if (found === null) return undefined;
  const age = Number(header('age') ?? 0);
  return Number(found[1]) * SECOND_MS - (age > 0 ? age * SECOND_MS : 0);
}

function untilMs(date: string | undefined, serverNow: number): number | undefined {
  const time = timeOf(date);
  return time === undefined ? undefined : time - serverNow;
}

/** Only HTTP dates, which name the day: `Expires: 0` and `-1` are common and mean nothing here. */
function timeOf(date: string | undefined): number | undefined {
  const time = date !== undefined && /^[a-z]{3}/i.test(date.trim()) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
