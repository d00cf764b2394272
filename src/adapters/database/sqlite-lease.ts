import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Lease } from '#ledger.ts';
import { columnNames } from './column-names.ts';
import { kyselyLease } from './lease.ts';
import type { Tables } from './schema.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';
import { sqliteProblem } from './sqlite-problem.ts';

/** How long a statement waits for another process. */
const BUSY_MS = 5 * SECOND_MS;

/**
 * Works with the lease of a database that is left at its version: it can be asked for beside a newer program, or an
 * older one. Does nothing where the file holds none. Throws a `DatabaseProblem` for a file that is no database at all.
 */
export async function withSqliteLease(file: string, work: (lease: Lease) => Promise<void>): Promise<void> {
  await using db = new Kysely<Tables>({
    dialect: nodeSqliteDialect(openAsItIs(file), file),
    plugins: [columnNames()],
  });
  if (await holdsLeases(db)) await work(kyselyLease(db));
}

function openAsItIs(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: BUSY_MS });
  } catch (error) {
    throw sqliteProblem(error, file);
  }
}

async function holdsLeases(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_schema where type = 'table' and name = 'leases'`.execute(
    db,
  );
  return rows.length > 0;
}
