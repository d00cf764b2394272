import { type Kysely, sql } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** What is still owed, channel by channel in the order in which it was planned. Small indexes: what has ended stands in none. */
export async function dueByChannel(db: Kysely<Tables>): Promise<void> {
  for (const table of ['posts', 'pointers', 'notices', 'digests'] as const) {
    await db.schema
      .createIndex(`${table}ByChannelOwed`)
      .on(table)
      .columns(['channel', 'plannedAt', 'key', 'dueAt'])
      .where(
        sql<boolean>`state not in ('held', 'sent', 'superseded', 'cancelled', 'expired', 'uncertain', 'dead')`,
      )
      .execute();
  }
}
