import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Which cards somebody wants taken away, and who. */
export async function removals(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('posts').addColumn('removedBy', 'text').execute();
}
