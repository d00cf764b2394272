/** Names of zones that feeds write although RFC 822 does not have them, and those it has; minutes east of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  WEST: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads an item's date: ISO 8601 or a lenient RFC 822. A date without a zone counts as UTC; others are undefined. */
export function readDate(raw: string): Date | undefined {
  const text = raw.trim();
  const iso = /^\d{4}-\d{2}-\d{2}/.test(text) ? readIso(text) : undefined;
  return iso ?? readRfc822(text);
}

function readIso(text: string): Date | undefined {
  const joined = text.replace(' ', 'T').replace(/\s+/g, '');
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(joined) || !joined.includes('T') ? joined : `${joined}Z`;
  return validDate(Date.parse(zoned));
}

function readRfc822(text: string): Date | undefined {
  const [, day, monthName = '', year, hour, minute, second = '0', zone = 'UTC'] =
    /(\d{1,2})[\s-]+([a-z]{3})[a-z.]*[\s-]+(\d{2,4})[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{2}:?\d{2}|[a-z]+)?/i.exec(
      text,
    ) ?? [];
  const month = MONTHS.indexOf(monthName.toLowerCase());
  const offsetMinutes = minutesEastOf(zone);
  if (month < 0 || offsetMinutes === undefined) return undefined;
  const local = Date.UTC(
    fullYear(Number(year)),
    month,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return validDate(local - offsetMinutes * 60_000);
}

function minutesEastOf(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return ZONES[zone.toUpperCase()];
}

/** RFC 2822, 4.3: two digits up to 49 are of this century. */
const fullYear = (year: number): number => (year < 50 ? 2000 + year : year < 1000 ? 1900 + year : year);

const validDate = (ms: number): Date | undefined => (Number.isNaN(ms) ? undefined : new Date(ms));
