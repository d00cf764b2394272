import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { Word } from '#language/analysis.ts';
import { type DateWords, dateWordsIn } from '#story/date-words.ts';

/** An unmarked weekday further ahead than this may as well be one just past: "said on Saturday", on a Monday. */
const WEEKDAY_AHEAD = 4;
/** A day of the year without its year further ahead than this was more likely in the past. */
const DATE_AHEAD = 180;
/** Between these hours of UTC it is another day for many of those who read "tomorrow". */
const SURE_HOURS = { from: 3, to: 21 };
/** So many words may stand between "said" and the weekday on which it was said. */
const SAID_BEFORE = 2;

/** A sentence, seen from when its article was published. */
type Told = { readonly words: readonly Word[]; readonly names: DateWords; readonly at: Date };

/**
 * The one day ahead that a sentence names: "on 14 July", "next Tuesday", "demain", "во вторник". As noon UTC, which is
 * that day in nearly every zone. Absent where it names none, several, or one that may mean two: "tomorrow" close to
 * midnight, "next Friday" on a Monday.
 */
export function announcedDay(
  words: readonly Word[],
  language: string | undefined,
  at: Date,
): string | undefined {
  const names = dateWordsIn(language);
  if (names === undefined) return undefined;
  const told = { words, names, at };
  const dates = daysOf(told, dateAt);
  const days = dates.length > 0 ? dates : daysOf(told, relativeAt);
  return days.length === 1 ? days[0] : undefined;
}

function daysOf(told: Told, read: (place: number, told: Told) => Date | undefined): readonly string[] {
  const days = told.words.flatMap((_, place) => read(place, told)?.toISOString() ?? []);
  return [...new Set(days)];
}

const noonOf = (at: Date, daysAhead = 0): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + daysAhead, 12));

/** "14 July", "July 14, 2027", "le 1er juillet", "14 июля"; of "14 to 16 July" the first. */
function dateAt(place: number, { words, names, at }: Told): Date | undefined {
  const month = names.months.get(wordAt(words, place));
  if (month === undefined) return undefined;
  const before = dayNumber(words[place - 1]);
  const day = before === undefined ? dayNumber(words[place + 1]) : firstOfRange(words, place - 1, names);
  if (day === undefined) return undefined;
  const year = yearNumber(words[before === undefined ? place + 2 : place + 1]);
  return year === undefined ? nextSuchDay(month, day, at) : dayOf(year, month, day);
}

function firstOfRange(words: readonly Word[], last: number, { joining }: DateWords): number | undefined {
  const isJoined = joining.has(wordAt(words, last - 1));
  return dayNumber(words[isJoined ? last - 2 : last - 1]) ?? dayNumber(words[last]);
}

/** "14", "14th", "1er": a day of a month. */
function dayNumber(word: Word | undefined): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/.exec(word?.folded ?? '') ?? [];
  const day = Number(digits);
  return day >= 1 && day <= 31 ? day : undefined;
}

const yearNumber = (word: Word | undefined): number | undefined =>
  /^20\d\d$/.test(word?.text ?? '') ? Number(word?.text) : undefined;

/** Undefined for 31 June. */
function dayOf(year: number, month: number, day: number): Date | undefined {
  const date = new Date(Date.UTC(year, month - 1, day, 12));
  return date.getUTCDate() === day ? date : undefined;
}

function nextSuchDay(month: number, day: number, at: Date): Date | undefined {
  const today = noonOf(at);
  const [next] = [at.getUTCFullYear(), at.getUTCFullYear() + 1]
    .map((year) => dayOf(year, month, day))
    .filter((date) => date !== undefined && date >= today);
  const isNear = next !== undefined && next.getTime() - today.getTime() <= DATE_AHEAD * DAY_MS;
  return isNear ? next : undefined;
}

/** Days that count from the day of the article. */
function relativeAt(place: number, told: Told): Date | undefined {
  const { words, names, at } = told;
  const hour = (at.getTime() % DAY_MS) / HOUR_MS;
  if (hour < SURE_HOURS.from || hour >= SURE_HOURS.to) return undefined;
  const ahead = names.ahead.get(wordAt(words, place));
  if (ahead !== undefined) {
    const isDayAfter =
      names.dayAfter !== '' && ` ${wordsBefore(words, place)}`.endsWith(` ${names.dayAfter}`);
    return noonOf(at, isDayAfter ? ahead + 1 : ahead);
  }
  const weekday = names.weekdays.get(wordAt(words, place));
  return weekday === undefined ? undefined : weekdayAhead(weekday, place, told);
}

function weekdayAhead(weekday: number, place: number, { words, names, at }: Told): Date | undefined {
  const around = [wordAt(words, place - 1), wordAt(words, place + 1)];
  if (around.some((word) => names.last.has(word)) || isWhenSaid(place, words, names)) return undefined;

  const today = at.getUTCDay();
  const ahead = (weekday - today + 7) % 7 || 7;
  if (around.some((word) => names.next.has(word))) {
    // Monday begins the week: "next Friday" on a Monday is this week's to some and next week's to others.
    const isInNextWeek = ((today + 6) % 7) + ahead >= 7;
    return isInNextWeek ? noonOf(at, ahead) : undefined;
  }
  return ahead <= WEEKDAY_AHEAD ? noonOf(at, ahead) : undefined;
}

/** "Said on Monday": when it was announced, not for when. */
const isWhenSaid = (place: number, words: readonly Word[], { said }: DateWords): boolean =>
  words.slice(Math.max(0, place - SAID_BEFORE), place).some(({ folded }) => said.has(folded));

const wordAt = (words: readonly Word[], place: number): string => words[place]?.folded ?? '';

const wordsBefore = (words: readonly Word[], place: number): string =>
  `${wordAt(words, place - 2)} ${wordAt(words, place - 1)}`.trim();
