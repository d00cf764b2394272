import type { Choice } from '#command/command.ts';
import { hourOf } from '#command/watch/hour-of.ts';
import type { Rhythm } from '#subscription/rhythm.ts';

/** The days of the week, as people type them; the place of each is its number from 1. */
const WEEK: readonly (readonly [string, string, string])[] = [
  ['monday', 'mon', 'lundi'],
  ['tuesday', 'tue', 'mardi'],
  ['wednesday', 'wed', 'mercredi'],
  ['thursday', 'thu', 'jeudi'],
  ['friday', 'fri', 'vendredi'],
  ['saturday', 'sat', 'samedi'],
  ['sunday', 'sun', 'dimanche'],
];
/** What may be typed for the days of a digest. */
export const DAY_CHOICES: readonly Choice[] = [
  { value: 'daily', label: { en: 'daily', fr: 'quotidienne' } },
  { value: 'weekdays', label: { en: 'weekdays', fr: 'ouvrés' } },
  ...WEEK.map(([en, , fr]) => ({ value: en, label: { en, fr } })),
];

const DAILY = new Set(['daily', 'quotidien', 'quotidienne']);
const WEEKDAYS = new Set(['weekdays', 'ouvrés']);
const WEEKLY = new Set(['weekly', 'hebdo', 'hebdomadaire']);
const DEFAULT_AT = '08:00';

/**
 * A rhythm as people type it: days and an hour. What is not typed is as it was before, or else every day and 08:00.
 * Nothing for anything else.
 */
export function rhythmOf(
  days: string | undefined,
  at: string | undefined,
  before?: Rhythm,
): Rhythm | undefined {
  const hour = hourOf(at ?? before?.at ?? DEFAULT_AT);
  if (hour === undefined) return undefined;
  if (days === undefined && before !== undefined) return { ...before, at: hour };
  const typed = (days ?? 'daily').trim().toLowerCase();
  if (DAILY.has(typed)) return { days: 'daily', at: hour };
  if (WEEKDAYS.has(typed)) return { days: 'weekdays', at: hour };
  if (WEEKLY.has(typed)) return { days: 'weekly', at: hour, weekday: 1 };
  const weekday = WEEK.findIndex((names) => names.includes(typed)) + 1;
  return weekday === 0 ? undefined : { days: 'weekly', at: hour, weekday };
}

/** The options by which the same rhythm is typed again. */
export const typedRhythm = (rhythm: Rhythm): string => `days:${typedDays(rhythm)} at:${rhythm.at}`;

/** The days of a rhythm as they are typed. */
export const typedDays = ({ days, weekday }: Rhythm): string =>
  days === 'weekly' ? (WEEK[(weekday ?? 1) - 1]?.[0] ?? days) : days;
