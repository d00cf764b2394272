/** In what language and zone times are shown. */
export type TimeView = { readonly language: string; readonly zone: string };

/** What of a time is shown. */
export type TimeShape = 'time' | 'date' | 'date-time';

const SHAPES: Readonly<Record<TimeShape, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  'date-time': { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/** A time as the view's readers write it: 17:41 in English, 17 h 41 in French. `at` is ISO 8601 in UTC. */
export function renderTime(at: string, shape: TimeShape, { language, zone }: TimeView): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), {
    ...SHAPES[shape],
    timeZone: zone,
  }).formatToParts(new Date(at));
  const betweenHourAndMinute = language === 'fr' ? ' h ' : ':';
  return parts
    .map(({ value, type }) => (type === 'literal' && value === ':' ? betweenHourAndMinute : value))
    .join('');
}

/** The zone's short name at that moment: CEST, UTC, GMT+3. */
export function renderZone(at: Date, { language, zone }: TimeView): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeZoneName: 'short' });
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** English with days before months, as the cards are written. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);
