import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** How feeds are, what the operator is told, and which addresses of articles on cards were asked for. */
export async function notices(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('feeds').addColumn('vitals', 'text').execute();

  await db.schema
    .createTable('notices')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('plannedAt', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('firstSentAt', 'text')
    .addColumn('leaseUntil', 'text')
    .addColumn('reason', 'text')
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('actions', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('noticesByDue').on('notices').columns(['state', 'dueAt']).execute();

  await db.schema
    .createTable('outages')
    .addColumn('feed', 'text', (column) => column.primaryKey())
    .addColumn('notice', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('addressChecks')
    .addColumn('article', 'text', (column) => column.primaryKey())
    .addColumn('checkedAt', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'text', (column) => column.notNull())
    .addColumn('thereAt', 'text')
    .addColumn('misses', 'integer', (column) => column.notNull())
    .addColumn('missingSince', 'text')
    .addColumn('status', 'integer')
    .execute();
}
