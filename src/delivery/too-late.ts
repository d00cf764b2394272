import type { Attempted } from '#delivery/delivery.ts';
import type { PlannedBefore } from '#delivery/owed-store.ts';
import { HOUR_MS } from '#kernel/clock.ts';

/** News older than this is not posted as news any more. Counts from the planned hour. */
export const NEWS_HOURS = 12;
/** As long as a story's card is edited at all: what a reader already saw stays owed to him for that time. */
export const MENDING_HOURS = 72;

/** Whether it is too late to say this as news. */
export const isTooLateForNews = (row: Attempted, now: Date): boolean => isOlderThan(NEWS_HOURS, row, now);

/** Whether what was published then is too old to be posted as news. */
export const isTooOldForNews = (publishedAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(publishedAt) > NEWS_HOURS * HOUR_MS;

/** Whether it is too late even to bring a card that was seen up to date, or to take back what it said. */
export const isTooLateToMend = (row: Attempted, now: Date): boolean => isOlderThan(MENDING_HOURS, row, now);

/** What was planned before these moments is too late as news, or even to mend. */
export const tooLateBefore = (now: Date): PlannedBefore => ({
  news: new Date(now.getTime() - NEWS_HOURS * HOUR_MS),
  mending: new Date(now.getTime() - MENDING_HOURS * HOUR_MS),
});

const isOlderThan = (hours: number, { plannedAt }: Attempted, now: Date): boolean =>
  now.getTime() - Date.parse(plannedAt) > hours * HOUR_MS;
