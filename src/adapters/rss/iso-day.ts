/** A day of the calendar, whether it exists or not. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

const YEAR_AND_MONTH = /^(?:(\d{4})-|-(\d{2})-?)(\d{2})$/;
const ORDINAL = /^(\d{4}|\d{2})-?(\d{3})$/;
const SHORT = /^(\d{2})(\d{2})(\d{2})$/;

/**
 * The forms of ISO 8601 that leave something out, as the W3C's profile of it (RSS 1.0, Dublin Core) and the first
 * edition (CDF) allow: a year or month alone is its first day, a day may be counted from New Year, a century is implied.
 */
export function isoDay(written: string): Day | undefined {
  if (/^\d{4}$/.test(written)) return { year: Number(written), month: 1, day: 1 };
  const [, year, yearOfCentury = '', month] = YEAR_AND_MONTH.exec(written) ?? [];
  if (month !== undefined) return { year: yearOf(year ?? yearOfCentury), month: Number(month), day: 1 };
  const [, ordinalYear, dayOfYear] = ORDINAL.exec(written) ?? [];
  if (ordinalYear !== undefined) return ordinalDay(yearOf(ordinalYear), Number(dayOfYear));
  const [, shortYear, shortMonth, shortDay] = SHORT.exec(written) ?? [];
  if (shortYear === undefined) return undefined;
  return { year: yearOf(shortYear), month: Number(shortMonth), day: Number(shortDay) };
}

/** A year as written: of two digits it lies in 1950 to 2049, of three after 1900 (RFC 2822, 4.3). */
export function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  if (digits.length === 3) return 1900 + year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function ordinalDay(year: number, dayOfYear: number): Day | undefined {
  const date = new Date(Date.UTC(year, 0, dayOfYear));
  if (dayOfYear === 0 || date.getUTCFullYear() !== year) return undefined;
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
