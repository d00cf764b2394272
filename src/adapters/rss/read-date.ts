import { monthOf } from './date-words.ts';
import { dayWithNamedMonth } from './day-with-named-month.ts';
import { type Day, isoDay, yearOf } from './iso-day.ts';
import { type NamedZone, namedZone } from './named-zone.ts';
import { usualDateForm } from './usual-date-form.ts';

type TimeOfDay = {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Its offset, or its name. */
  readonly zone: number | string;
};
type Split = { readonly date: string; readonly time: TimeOfDay };

/** ISO 8601, UTC. Where the zone is not sure, it may be hours off. */
export type Instant = { readonly iso: string; readonly isZoneSure: boolean };

const LONGEST = 200;
const MIDNIGHT: TimeOfDay = { hour: 0, minute: 0, second: 0, zone: 0 };
const EARLIEST_YEAR = 1970;
const LATEST_YEAR = 2199;

/** Seconds or milliseconds since 1970, from September 2001 on. */
const UNIX_TIME = /^(\d{10})(\d{3})?$/;
const TIME =
  /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?![\d:])(?:\s*([ap])\.?\s?m\b\.?)?\s*(?:(?:GMT|UTC|UT)?\s*([+-]\d{1,2}(?::?\d{2})?)(?!\d)|([a-z]+(?:\/[a-z_+-]+)+|мск|[a-z]{1,5}))?(?![\w:])/i;
/** Three numbers with no words between but those for year, month and day. */
const IN_A_ROW = /^\D*\d+(?:(?:[^\p{L}\d]|[年月日년월일]|tháng|thg|năm)+\d+){2}\D*$/iu;

/**
 * A date as feeds write it, as ISO 8601 in UTC: RFC 822 and 2822, ISO 8601 and its variants, month names in many
 * languages, two-digit years (RFC 2822, 4.3), named zones, Unix time. Without a zone it counts as UTC. `undefined` where
 * a part is missing or out of range, or where a numeric date could be two days: a wrong date is worse than none.
 */
export const readDate = (raw: string): string | undefined => readInstant(raw)?.iso;

/** As `readDate`, with whether its zone is known. */
export function readInstant(raw: string): Instant | undefined {
  if (raw.length > LONGEST) return undefined;
  const unixTime = UNIX_TIME.exec(raw.trim());
  if (unixTime !== null) return { iso: new Date(Number(unixTime[1]) * 1000).toISOString(), isZoneSure: true };
  const split = splitTime(usualDateForm(raw));
  const day = split === undefined ? undefined : readDay(split.date);
  return split === undefined || day === undefined ? undefined : instantOf(day, split.time);
}

/** Takes the time of day out of a text; `undefined` where one stands that cannot be read. */
function splitTime(written: string): Split | undefined {
  const found = TIME.exec(written);
  if (found === null) return written.includes(':') ? undefined : { date: written, time: MIDNIGHT };
  const after = written.slice(found.index + found[0].length);
  if (/^\s*[+-]\S/.test(after)) return undefined;
  const time = timeOf(found);
  if (time === undefined) return undefined;
  const word = found[6] ?? '';
  const isMonth = monthOf(word) !== undefined;
  const date = `${written.slice(0, found.index)} ${isMonth ? word : ''}${after}`;
  return { date, time: isMonth ? { ...time, zone: '' } : time };
}

function timeOf([, hours, minutes, seconds, half, offset, zone]: RegExpExecArray): TimeOfDay | undefined {
  const second = Number(seconds ?? 0);
  const minute = Number(minutes);
  const hour = hourOf(Number(hours), half?.toLowerCase());
  const offsetOrName = offset === undefined ? (zone ?? '') : numericOffset(offset);
  // A leap second is read as the second before it.
  const isInRange = hour !== undefined && minute < 60 && second <= 60 && offsetOrName !== undefined;
  const isPastEnd = hour === 24 && minute + second > 0;
  return isInRange && !isPastEnd
    ? { hour, minute, second: Math.min(second, 59), zone: offsetOrName }
    : undefined;
}

/** 24:00 is the end of a day (ISO 8601); an hour after twelve needs no half and may have one all the same. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (hour > 24) return undefined;
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function numericOffset(written: string): number | undefined {
  const digits = written.slice(1).replace(':', '');
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  const minutes = Number(digits.length > 2 ? digits.slice(-2) : 0);
  if (hours > 14 || minutes > 59) return undefined;
  return (written.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function readDay(written: string): Day | undefined {
  const shortened = isoDay(written.trim());
  if (shortened !== undefined) return shortened;
  const numbers = written.match(/\d+/g) ?? [];
  if (numbers.length === 2) return dayWithNamedMonth(written);
  if (!IN_A_ROW.test(written)) return undefined;
  return dayOfNumbers(numbers, /\d\s*([./-])/.exec(written)?.[1] ?? '');
}

function dayOfNumbers(
  [first = '', second = '', third = '']: readonly string[],
  separator: string,
): Day | undefined {
  const isYearFirst = first.length === 4 || Number(first) > 31;
  if (isYearFirst) return { year: yearOf(first), month: Number(second), day: Number(third) };
  const isDayFirst = separator === '.' || Number(first) > 12;
  const isMonthFirst = Number(second) > 12;
  if (isDayFirst === isMonthFirst) return undefined;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return { year: yearOf(third), month: Number(month), day: Number(day) };
}

function instantOf({ year, month, day }: Day, time: TimeOfDay): Instant | undefined {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined;
  const atMidnight = new Date(Date.UTC(year, month - 1, day));
  const isRealDay = atMidnight.getUTCMonth() === month - 1 && atMidnight.getUTCDate() === day;
  if (!isRealDay) return undefined;
  const clockMs = atMidnight.getTime() + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
  const { offsetMinutes, isSure } = zoneOf(time, clockMs);
  return { iso: new Date(clockMs - offsetMinutes * 60 * 1000).toISOString(), isZoneSure: isSure };
}

const zoneOf = ({ zone }: TimeOfDay, clockMs: number): NamedZone =>
  typeof zone === 'number' ? { offsetMinutes: zone, isSure: true } : namedZone(zone, clockMs);
