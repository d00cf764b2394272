import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** A card is kept up for watches as they wanted it; so far only their names were known, which name no topic for sure. */
export async function movedWatches(db: Kysely<Tables>): Promise<void> {
  const rows = await db
    .selectFrom('posts')
    .select(['key', 'keptFor'])
    .where('keptFor', 'is not', null)
    .execute();
  for (const { key, keptFor } of rows) {
    const names = JSON.parse(keptFor ?? '[]') as string[];
    const moved = JSON.stringify(names.map((name) => ({ topic: '', name })));
    await db.updateTable('posts').set({ keptFor: moved }).where('key', '=', key).execute();
  }
}
