import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** What a feed's document asks is remembered: it holds at visits that find the document unchanged, too. Feeds are found by address. */
export async function documentHints(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('feeds').addColumn('documentHints', 'text').execute();
  await db.schema.createIndex('feedsByUrl').on('feeds').column('url').execute();
}
