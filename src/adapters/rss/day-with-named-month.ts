import { monthOf } from './date-words.ts';
import { type Day, yearOf } from './iso-day.ts';

type Groups = Readonly<Record<string, string>> | undefined;

/** The place of the month's name: nothing that a feed writes. */
const MONTH = '\u0000';
/** What may stand between and behind the parts of a date: ordinal endings, “of”, “year” and “day”, and UTC's names. */
const FILLERS =
  /(?<!\p{L})(?:st|nd|rd|th|er|e|a|o|of|de|del|den|der|di|do|da|du|i|m|d|г|года|году|р|року|gada|ut|utc|gmt|z)(?!\p{L})/giu;
const GAP = String.raw`[^\p{L}\d${MONTH}]*`;
const DAY = String.raw`(?<!\d)(?<day>\d{1,2})(?!\d)`;
const FULL_YEAR = String.raw`(?<!\d)(?<year>\d{4})(?!\d)`;
/** A short year is the last thing of a date: before a word the number is an hour, or counts something. */
const SHORT_YEAR = String.raw`(?<!\d)(?<year>\d{2,3})(?!\d)[^\p{L}]*$`;
const ORDERS: readonly RegExp[] = [
  [DAY, MONTH, FULL_YEAR],
  [MONTH, DAY, FULL_YEAR],
  [FULL_YEAR, MONTH, DAY],
  [FULL_YEAR, DAY, MONTH],
  [DAY, MONTH, SHORT_YEAR],
  [MONTH, DAY, SHORT_YEAR],
].map((parts) => new RegExp(parts.join(GAP), 'u'));

/**
 * The day that a text with a month's name and two numbers gives; `undefined` where they do not stand together as a date
 * does: in `2 hours ago, 23 Nov` the 2 is no day and the 23 no year.
 */
export function dayWithNamedMonth(written: string): Day | undefined {
  const words = [...written.matchAll(/\p{L}[\p{L}\p{M}]*/gu)];
  // Before the month stands the weekday, which may look like one (`mar., 01 déc.`).
  const named = words.findLast(([word]) => monthOf(word) !== undefined);
  if (named === undefined) return undefined;
  const behind = written.slice(named.index + named[0].length);
  const shape = `${written.slice(0, named.index)}${MONTH}${behind}`.replace(FILLERS, ' ');
  const parts = ORDERS.reduce<Groups>((found, order) => found ?? order.exec(shape)?.groups, undefined);
  const month = monthOf(named[0]);
  if (parts === undefined || month === undefined) return undefined;
  return { year: yearOf(parts['year'] ?? ''), month, day: Number(parts['day']) };
}
