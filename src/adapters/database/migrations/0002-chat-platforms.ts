import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** What chat platforms need: events answered once, pointers with a mention, articles found by their link. */
export async function chatPlatforms(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('inboundEvents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('inboundEventsByTime').on('inboundEvents').column('at').execute();

  await db.schema.alterTable('pointers').addColumn('mention', 'text').execute();
  await db.schema.createIndex('seenKeysByKey').on('seenKeys').column('key').execute();
}
