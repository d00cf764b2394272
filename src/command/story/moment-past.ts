import { hourOf } from '#command/watch/hour-of.ts';
import { plainTime } from '#command/watch/plain-time.ts';
import { spanOf } from '#command/watch/span-of.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { lastDigestAt } from '#subscription/zoned-times.ts';

const DAY_AND_HOUR = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_BEFORE: Readonly<Record<string, number>> = { today: 0, "aujourd'hui": 0, yesterday: 1, hier: 1 };

/**
 * A moment that is over as people type it: an hour of the day (`22:00`, `22 h`: the last such in the zone), a day with
 * or without its hour, or a span before now (`2h`, `2 hours`). The minute or day counts to its end: what came at 18:40 and
 * some seconds came at 18:40. Nothing for anything else.
 */
export function momentPast(typed: string, zone: string, now: Date): Date | undefined {
  const stretch = stretchOf(plainTime(typed), zone, now);
  return stretch && new Date(Math.min(stretch.end.getTime() - 1, now.getTime()));
}

/** Since when: as `momentPast` reads it, but from the first moment of the minute or day on. */
export const sinceWhen = (typed: string, zone: string, now: Date): Date | undefined =>
  stretchOf(plainTime(typed), zone, now)?.start;

/** From when until when lasts what somebody typed, where it has begun by now. */
function stretchOf(words: string, zone: string, now: Date) {
  const span = spanOf(words);
  const then = span === undefined ? undefined : new Date(now.getTime() - span);
  if (then !== undefined) return { start: then, end: new Date(then.getTime() + 1) };
  const stretch = minuteOf(words, zone, now) ?? dayOf(words, zone, now);
  return stretch === undefined || stretch.start > now ? undefined : stretch;
}

function minuteOf(words: string, zone: string, now: Date) {
  const at = hourOf(words);
  const start = at === undefined ? typedMinute(words, zone) : lastDigestAt({ days: 'daily', at }, zone, now);
  return start && { start, end: new Date(start.getTime() + MINUTE_MS) };
}

function typedMinute(words: string, zone: string): Date | undefined {
  if (!DAY_AND_HOUR.test(words.toUpperCase())) return undefined;
  try {
    return new Date(Temporal.PlainDateTime.from(words).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}

function dayOf(words: string, zone: string, now: Date) {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const before = DAYS_BEFORE[words.toLowerCase().replace('’', "'")];
  const day = before === undefined ? typedDay(words) : today.subtract({ days: before });
  if (day === undefined) return undefined;
  const momentOf = (date: Temporal.PlainDate): Date =>
    new Date(date.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
  return { start: momentOf(day), end: momentOf(day.add({ days: 1 })) };
}

function typedDay(words: string): Temporal.PlainDate | undefined {
  if (!DAY.test(words)) return undefined;
  try {
    return Temporal.PlainDate.from(words);
  } catch {
    return undefined;
  }
}
