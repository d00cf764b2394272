import type { Kysely } from 'kysely';
import type { OwnFeed } from '#feed/own-feed.ts';
import type { OwnFeedStore } from '#feed/own-feed-store.ts';
import { atomically } from './atomically.ts';
import { raiseCounter, readCounter } from './counter.ts';
import type { OwnFeedTable, Tables } from './schema.ts';
import { withoutNulls } from './without-nulls.ts';

/** The counter that rises with every change to the feeds of workspaces. */
const VERSION = 'own-feeds';

/** Feeds of workspaces in the table `own_feeds`. */
export function kyselyOwnFeedStore(db: Kysely<Tables>): OwnFeedStore {
  return {
    async save(ownFeed) {
      const row = toRow(ownFeed);
      await atomically(db, async (db) => {
        await db
          .insertInto('ownFeeds')
          .values(row)
          .onConflict((conflict) => conflict.column('feed').doUpdateSet(row))
          .execute();
        await raiseCounter(db, VERSION);
      });
    },

    remove(feed, at) {
      return atomically(db, async (db) => {
        const removed = await db
          .updateTable('ownFeeds')
          .set({ removedAt: at.toISOString() })
          .where('feed', '=', feed)
          .where('removedAt', 'is', null)
          .returning('feed')
          .executeTakeFirst();
        if (removed === undefined) return false;
        await raiseCounter(db, VERSION);
        return true;
      });
    },

    async find(workspace, feed) {
      const row = await db
        .selectFrom('ownFeeds')
        .selectAll()
        .where('feed', '=', feed)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      return row && toOwnFeed(row);
    },

    async listByWorkspace(workspace) {
      const rows = await db
        .selectFrom('ownFeeds')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('removedAt', 'is', null)
        .orderBy('addedAt')
        .orderBy('feed')
        .execute();
      return rows.map(toOwnFeed);
    },

    async listAll() {
      const rows = await db.selectFrom('ownFeeds').selectAll().orderBy('addedAt').orderBy('feed').execute();
      return rows.map(toOwnFeed);
    },

    async countAddedSince(workspace, since) {
      const { feeds } = await db
        .selectFrom('ownFeeds')
        .select((eb) => eb.fn.countAll<number>().as('feeds'))
        .where('workspace', '=', workspace)
        .where('addedAt', '>=', since.toISOString())
        .executeTakeFirstOrThrow();
      return feeds;
    },

    version: () => readCounter(db, VERSION),
  };
}

function toRow({ feed, name, addedAt, addedBy, removedAt }: OwnFeed): OwnFeedTable {
  return {
    feed: feed.id,
    workspace: feed.workspace,
    url: feed.url,
    outlet: feed.outlet,
    name,
    language: feed.language ?? null,
    addedAt,
    addedBy,
    removedAt: removedAt ?? null,
  };
}

function toOwnFeed(row: OwnFeedTable): OwnFeed {
  const { feed: id, workspace, url, outlet, language, ...added } = row;
  return {
    feed: { id, workspace, url, outlet, ...(language !== null && { language }) },
    ...withoutNulls(added),
  };
}
