import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** Several writes of one store method: kept whole or not at all, inside a caller's transaction or in one of its own. */
export function atomically<Result>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
