import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** In which languages a watch is told, reports of which outlets count for it, and what is said in lines. */
export async function watchWishes(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('subscriptions').addColumn('languages', 'text').execute();
  await db.schema.alterTable('subscriptions').addColumn('outlets', 'text').execute();
  await db.schema
    .alterTable('subscriptions')
    .addColumn('isWithoutLines', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
