import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** What is counted: each rises with every change of its kind. */
export type CounterName = 'subscriptions' | 'own-feeds';

/** Takes note of one more change. */
export async function raiseCounter(db: Kysely<Tables>, name: CounterName): Promise<void> {
  await db
    .insertInto('counters')
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })),
    )
    .execute();
}

/** How many changes there were; 0 before the first. */
export async function readCounter(db: Kysely<Tables>, name: CounterName): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? 0;
}
