import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Feeds of one workspace, and whose news an article and a story are: empty where they are everyone's. */
export async function ownFeeds(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('ownFeeds')
    .addColumn('feed', 'text', (column) => column.primaryKey())
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('outlet', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('addedAt', 'text', (column) => column.notNull())
    .addColumn('addedBy', 'text', (column) => column.notNull())
    .addColumn('removedAt', 'text')
    .execute();
  await db.schema.createIndex('ownFeedsByWorkspace').on('ownFeeds').column('workspace').execute();

  await db.schema.alterTable('articles').addColumn('workspace', 'text').execute();
  await db.schema.alterTable('articleEditions').addColumn('workspace', 'text').execute();
  await db.schema.alterTable('stories').addColumn('workspace', 'text').execute();
}
