import type { Article } from '#article/article.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';

/** A copy that was put in the place of the database: what was said after it was made stands in no table. */
export type Restore = { readonly copiedAt: string; readonly restoredAt: string };

/** What has no date is taken for older than the restore while feeds are read for the first time after it. */
const UNDATED_COUNT_AS_OLDER_MS = 6 * HOUR_MS;

/** By then every feed has been read once more, and stories hold again what they held when their cards were posted. */
const LOOK_AFTER_MS = 10 * MINUTE_MS;

/**
 * Since when something told of this article may stand on the platform without being known here; absent where it
 * cannot: the article came after the restore, or nothing was restored.
 */
export function mayStandSince(
  restore: Restore | undefined,
  { publishedAt }: Pick<Article, 'publishedAt'>,
  now: Date,
): string | undefined {
  if (restore === undefined) return undefined;
  const restoredAt = Date.parse(restore.restoredAt);
  const isOlder =
    publishedAt === undefined
      ? now.getTime() - restoredAt < UNDATED_COUNT_AS_OLDER_MS
      : Date.parse(publishedAt) < restoredAt;
  return isOlder ? restore.copiedAt : undefined;
}

/** How a row is planned that may stand already: looked for before anything else, once stories are whole again. */
export function plannedToBeLookedFor(since: string, now: Date) {
  return {
    state: 'unknown',
    dueAt: new Date(now.getTime() + LOOK_AFTER_MS).toISOString(),
    firstSentAt: since,
    mayStandSince: since,
  } as const;
}
