import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { Word } from '#language/analysis.ts';
import { type DateWords, dateWordsIn } from '#story/date-words.ts';

/** An unmarked weekday further ahead than this may as well be one just past: "said on Saturday", on a Monday. */
const WEEKDAY_AHEAD = 4;
/** A day of the year without its year further ahead than this was more likely in the past. */
const DATE_AHEAD = 180;
/** Between these hours of UTC it is another day for many of those who read "tomorrow". */
const SURE_HOURS = { from: 3, to: 21 };
/** "On Thursday the minister told reporters …": where a sentence begins with the day on which it was said. */
const OPENING = { firstWords: 2, saidWithin: 4 };

/** A sentence, seen from when its article was published. */
type Told = { readonly words: readonly Word[]; readonly names: DateWords; readonly at: Date };

/**
 * The one day ahead that a sentence names: "on 14 July", "next Tuesday", "demain", "во вторник". As noon UTC, which is
 * that day in nearly every zone. Absent where it names none, several, or one that may mean two: "tomorrow" close to
 * midnight, "next Friday" on a Monday. A day by which something is to be, of something else, or on which it was said is
 * none: "before 1 October", "the summit of 12 September", "told reporters in Elsa on Thursday".
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
function dateAt(place: number, told: Told): Date | undefined {
  const { words, names, at } = told;
  const month = names.months.get(wordAt(words, place));
  if (month === undefined) return undefined;
  const isBefore = dayNumber(words[place - 1]) !== undefined;
  const first = isBefore ? firstOfRange(place - 1, told) : place;
  const day = dayNumber(words[isBefore ? first : place + 1]);
  if (day === undefined || isOfSomethingElse(first, told) || isWhenSaid(first, place, told)) return undefined;
  const year = yearNumber(words[isBefore ? place + 1 : place + 2]);
  return year === undefined ? nextSuchDay(month, day, at) : dayOf(year, month, day);
}

/** Where the first day of "14 to 16" stands, as seen from the last. */
function firstOfRange(last: number, { words, names }: Told): number {
  const first = names.joining.has(wordAt(words, last - 1)) ? last - 2 : last - 1;
  return dayNumber(words[first]) === undefined ? last : first;
}

/** "Before the 14", "d'ici au 14": a bound; "the summit of 14 July": the day of the summit, whatever else is told. */
function isOfSomethingElse(day: number, { words, names }: Told): boolean {
  const before = names.articles.has(wordAt(words, day - 1)) ? day - 2 : day - 1;
  if (names.bounds.has(wordAt(words, before))) return true;
  const isRange = names.joining.has(wordAt(words, day + 1));
  return !isRange && names.of.has(wordAt(words, day - 1)) && !names.beforeOf.has(wordAt(words, day - 2));
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

function weekdayAhead(weekday: number, place: number, told: Told): Date | undefined {
  const { words, names, at } = told;
  const around = [wordAt(words, place - 1), wordAt(words, place + 1)];
  if (around.some((word) => names.last.has(word))) return undefined;
  if (isOfSomethingElse(place, told) || isWhenSaid(place, place, told)) return undefined;

  const today = at.getUTCDay();
  const ahead = (weekday - today + 7) % 7 || 7;
  if (around.some((word) => names.next.has(word))) {
    // Monday begins the week: "next Friday" on a Monday is this week's to some and next week's to others.
    const isInNextWeek = ((today + 6) % 7) + ahead >= 7;
    return isInNextWeek ? noonOf(at, ahead) : undefined;
  }
  return ahead <= WEEKDAY_AHEAD ? noonOf(at, ahead) : undefined;
}

/** "Said in Elsa on Monday", "on Monday the palace said": when it was announced, not for when. */
function isWhenSaid(first: number, last: number, { words, names: { said, announced } }: Told): boolean {
  const isSaid = ({ folded }: Word): boolean => said.has(folded);
  const before = words.slice(0, first);
  const verb = before.findLastIndex(isSaid);
  if (verb >= 0) return !before.slice(verb + 1).some(({ folded }) => announced.has(folded));
  const behind = words.slice(last + 1, last + 1 + OPENING.saidWithin);
  const saying = behind.findIndex(isSaid);
  return first < OPENING.firstWords && saying >= 0 && !isBehindMark(last + 1 + saying, words);
}

/** "On Friday they fly to Elsa, said …": behind a mark somebody says what stands before it. */
const isBehindMark = (at: number, words: readonly Word[]): boolean =>
  (words[at]?.start ?? 0) - (words[at - 1]?.end ?? 0) > 1;

const wordAt = (words: readonly Word[], place: number): string => words[place]?.folded ?? '';

const wordsBefore = (words: readonly Word[], place: number): string =>
  `${wordAt(words, place - 2)} ${wordAt(words, place - 1)}`.trim();
