import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Calls, visits, meetings and letters, by who took part. They outlive their stories, so nothing ties them to those. */
export async function contacts(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('contacts')
    .addColumn('story', 'text', (column) => column.primaryKey())
    .addColumn('shortName', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sides', 'text', (column) => column.notNull())
    .addColumn('persons', 'text', (column) => column.notNull())
    .addColumn('sources', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('contactsByTime').on('contacts').column('at').execute();

  await db.schema
    .createTable('contactActors')
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull().references('contacts.story').onDelete('cascade'))
    .addPrimaryKeyConstraint('contactActorsKey', ['actor', 'story'])
    .execute();
  await db.schema.createIndex('contactActorsByStory').on('contactActors').column('story').execute();
}
