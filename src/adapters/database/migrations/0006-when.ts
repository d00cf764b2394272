import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** When a channel is told: digests, conditions, quiet hours, budgets, mutes. */
export async function whenToTell(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('subscriptions').addColumn('digest', 'text').execute();
  await db.schema.alterTable('subscriptions').addColumn('digestSince', 'text').execute();
  await db.schema.alterTable('subscriptions').addColumn('needs', 'text').execute();
  await db.schema
    .alterTable('subscriptions')
    .addColumn('isUrgent', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('subscriptions').addColumn('mutedUntil', 'text').execute();

  await db.schema
    .createTable('channelSettings')
    .addColumn('channel', 'text', (column) =>
      column.primaryKey().references('channels.id').onDelete('cascade'),
    )
    .addColumn('zone', 'text')
    .addColumn('quiet', 'text')
    .addColumn('cardsAnHour', 'integer', (column) => column.notNull())
    .addColumn('pingsAnHour', 'integer', (column) => column.notNull())
    .addColumn('pingsADay', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('storyMutes')
    .addColumn('channel', 'text', (column) => column.notNull().references('channels.id').onDelete('cascade'))
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addPrimaryKeyConstraint('storyMutesKey', ['channel', 'story'])
    .execute();

  await db.schema.alterTable('posts').addColumn('heldFor', 'text').execute();
  await db.schema.alterTable('posts').addColumn('ground', 'text').execute();
  await db.schema.createIndex('postsByChannel').on('posts').columns(['channel', 'postedAt']).execute();

  await createDigests(db);
}

/** A digest outlives its stories, or it could be sent a second time. */
async function createDigests(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('digests')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull().references('channels.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('stories', 'text', (column) => column.notNull())
    .addColumn('card', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('plannedAt', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('firstSentAt', 'text')
    .addColumn('leaseUntil', 'text')
    .addColumn('reason', 'text')
    .addUniqueConstraint('digestsOncePerPeriod', ['channel', 'kind', 'period'])
    .execute();
  await db.schema.createIndex('digestsByDue').on('digests').columns(['state', 'dueAt']).execute();
}
