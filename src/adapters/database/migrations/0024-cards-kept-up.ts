import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** For which topics a card is kept up to date where nobody watches them any more. */
export async function cardsKeptUp(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('posts').addColumn('keptFor', 'text').execute();
}
