import { plainTime } from '#command/watch/plain-time.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { nextDigestAt } from '#subscription/zoned-times.ts';

const HOUR = /^([01]?\d|2[0-3]) ?[:h] ?([0-5]\d)?$/;
const SPAN = /^(\d{1,3})(m|min|h|d|j)$/;
const DAY = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;
const UNIT_MS: Readonly<Record<string, number>> = {
  m: MINUTE_MS,
  min: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
  j: DAY_MS,
};

/** An hour as people type it, `8:00`, `08:00`, `8h` or `8 h 30`, as hh:mm; nothing for anything else. */
export function hourOf(typed: string): string | undefined {
  const [, hour, minute = '00'] = HOUR.exec(plainTime(typed).toLowerCase()) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/**
 * A moment to come as people type it: an hour (the next such in the zone), a span (`90m`, `12h`, `3d`), or a day with
 * or without its hour. Nothing for anything else, and for what is over.
 */
export function momentOf(typed: string, zone: string, now: Date): Date | undefined {
  const words = plainTime(typed);
  const hour = hourOf(words);
  const next = hour === undefined ? undefined : nextDigestAt({ days: 'daily', at: hour }, zone, now);
  const moment = spanAfter(words, now) ?? next ?? dayIn(words, zone);
  return moment !== undefined && moment > now ? moment : undefined;
}

function spanAfter(words: string, now: Date): Date | undefined {
  const [, count, unit = ''] = SPAN.exec(words.toLowerCase()) ?? [];
  const ms = UNIT_MS[unit];
  return count === undefined || ms === undefined ? undefined : new Date(now.getTime() + Number(count) * ms);
}

function dayIn(words: string, zone: string): Date | undefined {
  if (!DAY.test(words)) return undefined;
  try {
    return new Date(Temporal.PlainDateTime.from(words).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}
