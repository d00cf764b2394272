import type { Phrase } from '#card/phrase.ts';
import type { Desk } from '#command/command.ts';
import { growthWordsIn } from '#command/words/growth-words.ts';
import { DAY_MS } from '#kernel/clock.ts';

const MEGABYTE = 1_000_000;
const WEEK_MS = 7 * DAY_MS;
/** A database that was only just begun is mostly empty tables. */
const LEAST_MS = DAY_MS;

/**
 * How fast the database grows, by the news of the last seven days and what an article takes on average, and for how
 * many days the disk has room. Nothing before a day has passed. It does not count on what will be forgotten meanwhile.
 */
export async function tellGrowth(language: string, desk: Desk): Promise<readonly Phrase[]> {
  const { ledger, clock, databaseBytes, freeDiskBytes } = desk;
  if (databaseBytes === undefined) return [];
  const now = clock().getTime();
  const { articles: recent, first } = await ledger.articles.countNewsSince(new Date(now - WEEK_MS));
  const spanMs = first === undefined ? 0 : now - Date.parse(first);
  if (spanMs < LEAST_MS) return [];
  const { articles } = await ledger.articles.count();
  const articlesADay = (recent * DAY_MS) / spanMs;
  const bytesADay = (articlesADay * (await databaseBytes())) / articles;
  const free = await freeDiskBytes?.();
  return [
    growthWordsIn(language)({
      articlesADay: Math.round(articlesADay),
      megabytesADay: bytesADay / MEGABYTE,
      ...(free !== undefined && { daysLeft: Math.floor(free / bytesADay) }),
    }),
  ];
}
