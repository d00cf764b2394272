import { readInstant } from './read-date.ts';

/** “An unknown local offset” (RFC 3339, 4.3), for want of a sign for an unknown zone. */
const MARK = '-00:00';

/** A date as `readDate` gives it, marked where its zone is not sure: between the documents as they came and the item. */
export function markedDate(raw: string): string | undefined {
  const instant = readInstant(raw);
  if (instant === undefined) return undefined;
  return instant.isZoneSure ? instant.iso : instant.iso.replace(/Z$/, MARK);
}

/** Whether a date was marked: read in a zone that nobody knows, or that is one of several. */
export const isMarked = (date: string | undefined): boolean => date?.endsWith(MARK) === true;

/** The date without its mark: ISO 8601, UTC. */
export const unmarked = (date: string | undefined): string | undefined =>
  date !== undefined && isMarked(date) ? `${date.slice(0, -MARK.length)}Z` : date;
