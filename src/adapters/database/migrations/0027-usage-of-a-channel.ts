import { type Kysely, sql } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** What a channel was posted since an hour ago is counted before each card: without an index that reads all it ever was. */
export async function usageOfAChannel(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createIndex('postsByChannelFirstSent')
    .on('posts')
    .column('channel')
    .expression(sql`coalesce(posted_at, first_sent_at)`)
    .execute();
}
