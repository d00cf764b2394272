import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Whose report an aggregator passed on, as it names it; empty where the feed is the outlet's own. */
export async function outletNames(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('articles').addColumn('outletName', 'text').execute();
  await db.schema.alterTable('articleEditions').addColumn('outletName', 'text').execute();
}
