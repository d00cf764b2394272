import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Which posts were samples that were taken back. */
export async function samplesTakenBack(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('posts').addColumn('isTakenBack', 'integer').execute();
}
