import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Whether the day of a contact is known. So far only what was announced for a day has it at noon. */
export async function datedContacts(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('contacts')
    .addColumn('isDated', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db
    .updateTable('contacts')
    .set({ isDated: 0 })
    .where('state', '=', 'announced')
    .where('at', 'not like', '%T12:00:00.000Z')
    .execute();
}
