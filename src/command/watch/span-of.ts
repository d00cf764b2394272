import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { foldWord } from '#language/fold-word.ts';

/** The units in which people say how long, in English and French, as `foldWord` leaves them. */
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((unit) => [unit, MINUTE_MS] as const),
  ...['h', 'hour', 'hours', 'heure', 'heures'].map((unit) => [unit, HOUR_MS] as const),
  ...['d', 'day', 'days', 'j', 'jour', 'jours'].map((unit) => [unit, DAY_MS] as const),
  ...['w', 'week', 'weeks', 'semaine', 'semaines'].map((unit) => [unit, 7 * DAY_MS] as const),
]);

/** An hour of the day as French is written; `48 h` is none. */
const HOUR_OF_DAY = /^(?:[01]?\d|2[0-3]) h$/iu;
const SPAN = /^(\d{1,3}) ?(\p{L}+)$/u;

/** How long `8h`, `8 hours` and `8 heures` last, in milliseconds; nothing for `8 h`, an hour of the day, and for anything else. */
export function spanOf(typed: string): number | undefined {
  if (HOUR_OF_DAY.test(typed)) return undefined;
  const [, count, unit = ''] = SPAN.exec(typed) ?? [];
  const ms = UNIT_MS.get(foldWord(unit));
  return count === undefined || ms === undefined ? undefined : Number(count) * ms;
}

/** Whether this word says what a number before it counts: `hours`, `j`. */
export const isUnitOfTime = (word: string): boolean => UNIT_MS.has(foldWord(word));
