import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Copies that were put in the place of the database, what may stand since then, and workspaces that were left. */
export async function restores(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('restores')
    .addColumn('restoredAt', 'text', (column) => column.primaryKey())
    .addColumn('copiedAt', 'text', (column) => column.notNull())
    .execute();

  await db.schema.alterTable('posts').addColumn('mayStandSince', 'text').execute();
  await db.schema.alterTable('pointers').addColumn('mayStandSince', 'text').execute();
  await db.schema.alterTable('digests').addColumn('mayStandSince', 'text').execute();
  await db.schema.alterTable('notices').addColumn('mayStandSince', 'text').execute();

  await db.schema.alterTable('workspaces').addColumn('leftAt', 'text').execute();
}
