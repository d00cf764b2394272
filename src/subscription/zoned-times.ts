import type { QuietHours } from '#subscription/channel-settings.ts';
import type { Rhythm } from '#subscription/rhythm.ts';

/** A week and a day either way: each rhythm has an hour among these dates. */
const DAYS_AROUND = 8;
const FRIDAY = 5;

/**
 * When the quiet hours that hold `now` end; absent when it is not quiet. An hour that summer time skips comes an hour
 * later that day, one that comes twice is its first.
 */
export function quietUntil({ from, to }: QuietHours, zone: string, now: Date): Date | undefined {
  const today = dateIn(zone, now);
  for (const day of [today.subtract({ days: 1 }), today]) {
    const start = momentOf(day, from, zone);
    const end = momentOf(to > from ? day : day.add({ days: 1 }), to, zone);
    if (start <= now && now < end) return end;
  }
  return undefined;
}

/** The first hour of this rhythm after a moment. */
export function nextDigestAt(rhythm: Rhythm, zone: string, after: Date): Date {
  const next = hoursAround(rhythm, zone, after).find((hour) => hour > after);
  if (next === undefined)
    throw new Error(`A ${rhythm.days} digest at ${rhythm.at} has no next hour in ${zone}.`);
  return next;
}

/** The last hour of this rhythm that has come. */
export function lastDigestAt(rhythm: Rhythm, zone: string, now: Date): Date {
  const last = hoursAround(rhythm, zone, now).findLast((hour) => hour <= now);
  if (last === undefined)
    throw new Error(`A ${rhythm.days} digest at ${rhythm.at} has no last hour in ${zone}.`);
  return last;
}

/** The next full hour on the clocks of the zone, of which some differ by half an hour from others. */
export function nextFullHour(zone: string, after: Date): Date {
  const hour = zoned(zone, after).round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 });
  return new Date(hour.epochMilliseconds);
}

/** Whether this is the name of a time zone. */
export function isZone(zone: string): boolean {
  try {
    return zoned(zone, new Date(0)).timeZoneId !== '' && /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

function hoursAround(rhythm: Rhythm, zone: string, moment: Date): readonly Date[] {
  const today = dateIn(zone, moment);
  return Array.from({ length: 2 * DAYS_AROUND + 1 }, (_, day) => today.add({ days: day - DAYS_AROUND }))
    .filter((day) => isOn(day, rhythm))
    .map((day) => momentOf(day, rhythm.at, zone));
}

function isOn({ dayOfWeek }: Temporal.PlainDate, { days, weekday }: Rhythm): boolean {
  switch (days) {
    case 'daily':
      return true;
    case 'weekdays':
      return dayOfWeek <= FRIDAY;
    case 'weekly':
      return dayOfWeek === (weekday ?? 1);
  }
}

const momentOf = (day: Temporal.PlainDate, at: string, zone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds);

const dateIn = (zone: string, moment: Date): Temporal.PlainDate => zoned(zone, moment).toPlainDate();

const zoned = (zone: string, moment: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
