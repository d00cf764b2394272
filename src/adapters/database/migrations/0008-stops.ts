import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Where nothing is sent for now, what was sent again without knowing whether it stands, and what channels say to that. */
export async function stops(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('stops')
    .addColumn('stopped', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.references('channels.id').onDelete('cascade'))
    .addColumn('platform', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('refusals', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();

  await db.schema.alterTable('posts').addColumn('repeats', 'integer').execute();
  await db.schema.alterTable('pointers').addColumn('repeats', 'integer').execute();
  await db.schema.alterTable('notices').addColumn('repeats', 'integer').execute();
  await db.schema.alterTable('digests').addColumn('repeats', 'integer').execute();
  await db.schema.alterTable('channelSettings').addColumn('whenUncertain', 'text').execute();
}
