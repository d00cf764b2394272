import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** What buttons cannot carry themselves: how a change is taken back, long commands, the key that signs pages; and who manages. */
export async function buttons(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('undos')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('channel', 'text', (column) => column.notNull().references('channels.id').onDelete('cascade'))
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('inverse', 'text', (column) => column.notNull())
    .addColumn('opposite', 'text')
    .addColumn('usedAt', 'text')
    .execute();
  await db.schema.createIndex('undosByTime').on('undos').column('until').execute();

  await db.schema
    .createTable('keptLines')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('channel', 'text', (column) => column.notNull().references('channels.id').onDelete('cascade'))
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('keptLinesByTime').on('keptLines').column('until').execute();

  await db.schema
    .createTable('signingKeys')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();

  await db.schema.alterTable('workspaces').addColumn('policy', 'text').execute();
}
