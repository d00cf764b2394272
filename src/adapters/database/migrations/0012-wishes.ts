import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** What a workspace wants done with messages that may have arrived, and whose digests name related stories too. */
export async function wishes(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('workspaces').addColumn('whenUncertain', 'text').execute();
  await db.schema
    .alterTable('subscriptions')
    .addColumn('digestsRelated', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
