import { plainTime } from '#command/watch/plain-time.ts';
import { spanOf } from '#command/watch/span-of.ts';
import { nextDigestAt } from '#subscription/zoned-times.ts';

const HOUR = /^([01]?\d|2[0-3]) ?(?::|h|heures?) ?([0-5]\d)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/** An hour as people type it, `8:00`, `08:00`, `8h`, `8 heures` or `8 h 30`, as hh:mm; nothing for anything else. */
export function hourOf(typed: string): string | undefined {
  const [, hour, minute = '00'] = HOUR.exec(plainTime(typed).toLowerCase()) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/**
 * A moment to come as people type it: an hour of the day (`22:00`, `22 h`: the next such in the zone), a span (`90m`,
 * `12h`, `3 days`), or a day with or without its hour. Nothing for anything else, and for what is over.
 */
export function momentOf(typed: string, zone: string, now: Date): Date | undefined {
  const words = plainTime(typed);
  const hour = hourOf(words);
  const next = hour === undefined ? undefined : nextDigestAt({ days: 'daily', at: hour }, zone, now);
  const span = spanOf(words);
  const end = span === undefined ? undefined : new Date(now.getTime() + span);
  const moment = end ?? next ?? dayIn(words, zone);
  return moment !== undefined && moment > now ? moment : undefined;
}

function dayIn(words: string, zone: string): Date | undefined {
  if (!DAY.test(words)) return undefined;
  try {
    return new Date(Temporal.PlainDateTime.from(words).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}
