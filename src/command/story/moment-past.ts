import { hourOf } from '#command/watch/hour-of.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { lastDigestAt } from '#subscription/zoned-times.ts';

const SPAN = /^(\d{1,3})(min|m|h|d|j)$/;
const DAY_AND_HOUR = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const UNIT_MS: Readonly<Record<string, number>> = {
  min: MINUTE_MS,
  m: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
  j: DAY_MS,
};

/**
 * A moment that is over as people type it: an hour (the last such in the zone), a day with its hour, or a span before
 * now (`2h`). The minute counts to its end: what came at 18:40 and some seconds came at 18:40. Nothing for anything else.
 */
export function momentPast(typed: string, zone: string, now: Date): Date | undefined {
  const words = typed.trim();
  const span = spanOf(words.toLowerCase());
  if (span !== undefined) return new Date(now.getTime() - span);
  const minute = minuteOf(words, zone, now);
  return minute === undefined || minute > now ? undefined : new Date(minute.getTime() + MINUTE_MS - 1);
}

function spanOf(words: string): number | undefined {
  const [, count, unit = ''] = SPAN.exec(words) ?? [];
  const ms = UNIT_MS[unit];
  return count === undefined || ms === undefined ? undefined : Number(count) * ms;
}

function minuteOf(words: string, zone: string, now: Date): Date | undefined {
  const at = hourOf(words);
  if (at !== undefined) return lastDigestAt({ days: 'daily', at }, zone, now);
  if (!DAY_AND_HOUR.test(words.toUpperCase())) return undefined;
  try {
    return new Date(Temporal.PlainDateTime.from(words).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}
