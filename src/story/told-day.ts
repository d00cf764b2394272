import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { Word } from '#language/analysis.ts';
import { foldWord } from '#language/fold-word.ts';
import { type DateWords, dateWordsIn } from '#story/date-words.ts';

/** Where an event stands in its sentence. */
type Place = { readonly firstWord: number; readonly lastWord: number };

/** A sentence that tells of an event, and when its article was published. */
type Told = { readonly words: readonly Word[]; readonly event: Place; readonly at: Date };

const foldedSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldWord));

/** Of one day with the article. English, French, Russian, German, Spanish. */
const TODAY = foldedSet("today tonight aujourd'hui сегодня heute hoy");
const YESTERDAY = foldedSet('yesterday hier вчера gestern ayer');
/** The night before the article: told in the morning, when it is over. */
const OVERNIGHT = foldedSet('overnight ночью');
const NIGHT = foldedSet('night nuit ночь');
const BEFORE_NIGHT = foldedSet('last la за в');
/** Beside a weekday: another week, which may be any. */
const OF_OTHER_WEEKS = foldedSet(
  'last next coming every each dernier prochain прошлый прошлую следующий следующую',
);

/** Between these hours of UTC it is another day for many of those who read "today" and "overnight". */
const SURE_HOURS = { from: 3, to: 21 };
/** A weekday further back than this is more likely ahead. */
const WEEKDAY_BACK = 5;
/** A day of a month that lies further ahead was of the year before. */
const DATE_AHEAD_DAYS = 31;

/**
 * The day on which a sentence tells that its event took place, as `YYYY-MM-DD`: "on Tuesday", "mardi", "за ночь",
 * "on 3 March". Absent where it names none or several, and where it only names the day on which something was said:
 * "said on Friday that …". Weekdays and months in English, French and Russian.
 */
export function toldDay(told: Told, language: string | undefined): string | undefined {
  const names = dateWordsIn(language);
  const days = told.words.flatMap((_, place) => {
    const day = dateAt(place, told, names) ?? weekdayAt(place, told, names) ?? dayBeside(place, told);
    return day === undefined || isWhenSaid(place, told, names) ? [] : [day];
  });
  const [only, ...others] = new Set(days);
  return others.length === 0 ? only : undefined;
}

/** "Said on Friday that they spoke": a verb of saying before the day, and the event not between them. */
function isWhenSaid(place: number, { words, event }: Told, names: DateWords | undefined): boolean {
  const verb = words.findLastIndex(({ folded }, at) => at < place && names?.said.has(folded) === true);
  return verb >= 0 && !(verb < event.lastWord && event.firstWord < place);
}

/** "3 March", "March 3", "3 марта". */
function dateAt(place: number, { words, at }: Told, names: DateWords | undefined): string | undefined {
  const month = names?.months.get(wordAt(words, place));
  if (month === undefined) return undefined;
  const day = dayNumber(wordAt(words, place - 1)) ?? dayNumber(wordAt(words, place + 1));
  if (day === undefined) return undefined;
  const [year] = [wordAt(words, place + 1), wordAt(words, place + 2)].filter((word) => /^20\d\d$/.test(word));
  const date = Date.UTC(year === undefined ? at.getUTCFullYear() : Number(year), month - 1, day);
  const isOfYearBefore = year === undefined && date > at.getTime() + DATE_AHEAD_DAYS * DAY_MS;
  return dayOf(isOfYearBefore ? Date.UTC(at.getUTCFullYear() - 1, month - 1, day) : date);
}

function dayNumber(word: string): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|er)?$/.exec(word) ?? [];
  const day = Number(digits);
  return day >= 1 && day <= 31 ? day : undefined;
}

function weekdayAt(place: number, { words, at }: Told, names: DateWords | undefined): string | undefined {
  const weekday = names?.weekdays.get(wordAt(words, place));
  if (weekday === undefined) return undefined;
  const around = [wordAt(words, place - 1), wordAt(words, place + 1)];
  if (around.some((word) => OF_OTHER_WEEKS.has(word))) return undefined;
  const back = (at.getUTCDay() - weekday + 7) % 7;
  return dayOf(at.getTime() - (back > WEEKDAY_BACK ? back - 7 : back) * DAY_MS);
}

/** "Today", "yesterday", "overnight", "dans la nuit". */
function dayBeside(place: number, { words, at }: Told): string | undefined {
  const word = wordAt(words, place);
  const isOfNight = OVERNIGHT.has(word) || (NIGHT.has(word) && BEFORE_NIGHT.has(wordAt(words, place - 1)));
  const isOfToday = isOfNight || TODAY.has(word);
  if (!isOfToday && !YESTERDAY.has(word)) return undefined;
  const hour = (at.getTime() % DAY_MS) / HOUR_MS;
  if (hour < SURE_HOURS.from || hour >= SURE_HOURS.to) return undefined;
  return dayOf(isOfToday ? at.getTime() : at.getTime() - DAY_MS);
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const wordAt = (words: readonly Word[], place: number): string => words[place]?.folded ?? '';
