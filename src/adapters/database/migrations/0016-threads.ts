import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Which watches have what is material said in a thread of the card. */
export async function threads(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('subscriptions')
    .addColumn('inThread', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
