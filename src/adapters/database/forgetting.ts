import type { Kysely } from 'kysely';
import { DAY_MS } from '#kernel/clock.ts';
import type { Forgetting } from '#ledger.ts';
import { atomically } from './atomically.ts';
import type { Tables } from './schema.ts';

/** Deletes what is kept no longer, a few rows each time, by the indexes that say how old they are. */
export function kyselyForgetting(db: Kysely<Tables>): Forgetting {
  return {
    forgetTexts: (before, limit, after) => atomically(db, (db) => forgetTexts(db, { before, limit, after })),
    forgetArticles: (before, limit) => atomically(db, (db) => forgetArticles(db, before, limit)),
    forgetStories: (before, limit) => atomically(db, (db) => forgetStories(db, before, limit)),
    forgetSeenKeys: (feed, before) => atomically(db, (db) => forgetSeenKeys(db, feed, before)),
    forgetTold: (before) => atomically(db, (db) => forgetTold(db, before)),
    forgetWorkspaces: (before, limit) => atomically(db, (db) => forgetWorkspaces(db, before, limit)),
  };
}

/** Goes through the articles by their time, so that none is looked at twice in one pass. */
async function forgetTexts(
  db: Kysely<Tables>,
  {
    before,
    limit,
    after,
  }: { readonly before: Date; readonly limit: number; readonly after?: string | undefined },
): ReturnType<Forgetting['forgetTexts']> {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'happenedAt'])
    .where('happenedAt', '<', before.toISOString())
    .$if(after !== undefined, (query) => query.where('happenedAt', '>=', after ?? ''))
    .orderBy('happenedAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  const last = rows.at(-1)?.happenedAt;
  if (last === undefined) return { texts: 0 };
  const ids = rows.map(({ id }) => id);
  const { numUpdatedRows } = await db
    .updateTable('articles')
    .set({ text: null, summary: null })
    .where('id', 'in', ids)
    .where((eb) => eb.or([eb('text', 'is not', null), eb('summary', 'is not', null)]))
    .executeTakeFirstOrThrow();
  await db
    .updateTable('articleEditions')
    .set({ text: null, summary: null })
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  // A whole batch of one moment would be looked at for ever.
  const isMoving = rows.length === limit && last !== after;
  return { texts: Number(numUpdatedRows), ...(isMoving && { next: last }) };
}

/** Matches, statements, editions and words leave with their article. */
async function forgetArticles(db: Kysely<Tables>, before: Date, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where('happenedAt', '<', before.toISOString())
    .orderBy('happenedAt')
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await db.deleteFrom('addressChecks').where('article', 'in', ids).execute();
  await db.deleteFrom('articles').where('id', 'in', ids).execute();
  return ids.length;
}

async function forgetStories(db: Kysely<Tables>, before: Date, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where('lastArticleAt', '<', before.toISOString())
    .orderBy('lastArticleAt')
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const table of ['posts', 'pointers', 'subscriptionStories', 'storyMutes', 'shownCards'] as const) {
    await db.deleteFrom(table).where('story', 'in', ids).execute();
  }
  await db.deleteFrom('stories').where('id', 'in', ids).execute();
  return ids.length;
}

/**
 * What stood in the feed when it was last read whole is kept however long ago that was: it may stand there still. One
 * visit is written down within a day.
 */
async function forgetSeenKeys(
  db: Kysely<Tables>,
  feed: Parameters<Forgetting['forgetSeenKeys']>[0],
  before: Date,
): Promise<number> {
  const newest = await db
    .selectFrom('seenKeys')
    .select((eb) => eb.fn.max('lastSeenAt').as('at'))
    .where('feed', '=', feed)
    .executeTakeFirst();
  if (!newest?.at) return 0;
  const lastRead = Date.parse(newest.at) - DAY_MS;
  const { numDeletedRows } = await db
    .deleteFrom('seenKeys')
    .where('feed', '=', feed)
    .where('lastSeenAt', '<', new Date(Math.min(lastRead, before.getTime())).toISOString())
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function forgetTold(db: Kysely<Tables>, before: Date): Promise<number> {
  let told = 0;
  for (const table of ['digests', 'notices'] as const) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('plannedAt', '<', before.toISOString())
      .where('state', 'in', ['sent', 'superseded', 'cancelled', 'expired', 'uncertain', 'dead'])
      .executeTakeFirstOrThrow();
    told += Number(numDeletedRows);
  }
  const { numDeletedRows } = await db
    .deleteFrom('shownCards')
    .where('shownAt', '<', before.toISOString())
    .executeTakeFirstOrThrow();
  return told + Number(numDeletedRows);
}

/** Its own articles and stories first, a few at a time; the workspace itself, with all that hangs on it, last. */
async function forgetWorkspaces(db: Kysely<Tables>, before: Date, limit: number): Promise<number> {
  const left = await db
    .selectFrom('workspaces')
    .select('id')
    .where('leftAt', '<', before.toISOString())
    .orderBy('leftAt')
    .executeTakeFirst();
  if (left === undefined) return 0;
  for (const table of ['stories', 'articles'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('workspace', '=', left.id)
      .limit(limit)
      .execute();
    if (rows.length === 0) continue;
    const ids = rows.map(({ id }) => id as string);
    await db
      .deleteFrom(table)
      .where('id', 'in', ids as never)
      .execute();
    return ids.length;
  }
  await db.deleteFrom('contacts').where('workspace', '=', left.id).execute();
  await db.deleteFrom('workspaces').where('id', '=', left.id).execute();
  return 1;
}
