import { Kysely, sql } from 'kysely';
import { type Clock, SECOND_MS } from '#kernel/clock.ts';
import type { Secret } from '#kernel/secret.ts';
import { LeaseLost } from '#ledger.ts';
import { columnNames } from './column-names.ts';
import { DatabaseProblem } from './database-problem.ts';
import { holdsLease, kyselyLease } from './lease.ts';
import { kyselyLedger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { OpenedDatabase } from './opened-database.ts';
import { placeOf } from './place-of.ts';
import { type PoolOptions, postgresDialect } from './postgres-dialect.ts';
import { postgresWordIndex } from './postgres-word-index.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { inTurn } from './run-in-turn.ts';
import type { Tables } from './schema.ts';
import { kyselyUpgrades } from './upgrades.ts';

/** Where the server is, and how long anything may take. */
export type PostgresOptions = {
  /** `postgres://user:password@host/database`, with any `sslmode`. */
  readonly url: Secret;
  readonly clock?: Clock;
  readonly migrations?: readonly Migration[];
  /** Spreads second attempts. */
  readonly random?: () => number;
  readonly connections?: number;
  readonly statementTimeoutMs?: number;
  /** How long to wait for a connection, new or free. */
  readonly connectTimeoutMs?: number;
};

/** Names the one lock in the database under which its tables are changed. */
const MIGRATING = 727_836;

const notCopied = (): Promise<undefined> => Promise.resolve(undefined);

/**
 * Opens the PostgreSQL database and brings it up to date, one process at a time. Transactions of this process go one
 * after the other, as on SQLite; what they have read is still so when they commit, or they run again. Throws a
 * `DatabaseProblem` for a server that cannot be used.
 */
export async function openPostgresLedger(options: PostgresOptions): Promise<OpenedDatabase> {
  const { url, clock = () => new Date(), migrations = MIGRATIONS, random = Math.random } = options;
  const pool: PoolOptions = {
    url,
    place: placeOf(url),
    connections: options.connections ?? 10,
    statementTimeoutMs: options.statementTimeoutMs ?? 30 * SECOND_MS,
    connectTimeoutMs: options.connectTimeoutMs ?? 10 * SECOND_MS,
  };
  await bringUpToDate(pool, migrations, clock);

  const db = open(pool);
  const query = retryConflicts(random);
  const turns = inTurn();
  const means = {
    words: postgresWordIndex,
    run: { query, transaction: <Result>(work: () => Promise<Result>) => turns(() => query(work)) },
  };
  return {
    ledger: kyselyLedger(db, means),
    lease: kyselyLease(db, query),
    upgrades: kyselyUpgrades(db, query),
    ledgerOf: (holder, onLost) =>
      kyselyLedger(db, {
        ...means,
        async guard(asked) {
          // Whoever wants to take the lease over waits until the transaction has ended.
          if (await holdsLease(asked, holder, { isKept: asked.isTransaction })) return;
          onLost();
          throw new LeaseLost(holder);
        },
      }),
    sizeInBytes: () => query(() => sizeOf(db)),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

const open = (pool: PoolOptions): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: postgresDialect(pool), plugins: [columnNames()] });

/** On connections of its own, since a step on a large table may take longer than any statement later. */
async function bringUpToDate(
  pool: PoolOptions,
  migrations: readonly Migration[],
  clock: Clock,
): Promise<void> {
  await using db = open({ ...pool, connections: 2, statementTimeoutMs: 0 });
  await refuseOtherEncodings(db, pool.place);
  await db.connection().execute(async (held) => {
    // Let go when the connection ends, also when the process is killed.
    await sql`select pg_advisory_lock(${sql.lit(MIGRATING)})`.execute(held);
    // Each step is one transaction, tables and all; a copy of the whole is the operator's to make.
    await migrate(db, { migrations, clock, words: postgresWordIndex, copyBefore: notCopied });
  });
}

async function refuseOtherEncodings(db: Kysely<Tables>, place: string): Promise<void> {
  const { rows } = await sql<{
    encoding: string;
  }>`select current_setting('server_encoding') as encoding`.execute(db);
  if (rows[0]?.encoding === 'UTF8') return;
  throw new DatabaseProblem('wrong-encoding', {
    message: `The database ${place} does not keep text as UTF-8.`,
    remedy: 'Create another one with: createdb --encoding UTF8 --template template0',
  });
}

async function sizeOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(
    db,
  );
  return rows[0]?.size ?? 0;
}
