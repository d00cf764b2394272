import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { type Clock, SECOND_MS } from '#kernel/clock.ts';
import { LeaseLost } from '#ledger.ts';
import { columnNames } from './column-names.ts';
import { DatabaseProblem } from './database-problem.ts';
import { holdsLease, kyselyLease } from './lease.ts';
import { kyselyLedger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { OpenedDatabase } from './opened-database.ts';
import type { Tables } from './schema.ts';
import { copySqlite } from './sqlite-copies.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';
import { sqliteProblem } from './sqlite-problem.ts';
import { sqliteWordIndex } from './sqlite-word-index.ts';
import { kyselyUpgrades } from './upgrades.ts';

/** The file, and how long a statement waits for another process; waiting blocks this process whole. */
export type SqliteOptions = {
  readonly file: string;
  readonly clock?: Clock;
  readonly busyTimeoutMs?: number;
  readonly migrations?: readonly Migration[];
  /** It is a copy itself: none is made before it is brought up to date. */
  readonly isCopy?: boolean;
};

/** An open SQLite database. */
export type SqliteLedger = OpenedDatabase & {
  /** Writes a whole copy of what is committed now to `file`, replacing it; a copy cut off half-way leaves it alone. */
  copyTo(file: string): Promise<void>;
};

/**
 * Opens the database, creating it where there is none, and brings it up to date; a database that holds something is
 * copied to `<file>.before-version-<n>` first. What is committed survives a crash and a power cut (WAL, synchronous
 * FULL). Throws a `DatabaseProblem` for a file that cannot be used.
 */
export async function openSqliteLedger(options: SqliteOptions): Promise<SqliteLedger> {
  const { file, clock = () => new Date(), migrations = MIGRATIONS, isCopy = false } = options;
  const db = new Kysely<Tables>({
    dialect: nodeSqliteDialect(openFile(options), file),
    plugins: [columnNames()],
  });
  const copy = beforeFile(file, migrations.length);
  try {
    await migrate(db, {
      migrations,
      clock,
      words: sqliteWordIndex,
      copyBefore: async () => {
        if (isCopy) return undefined;
        await copySqlite(file, copy);
        return copy;
      },
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    ledger: kyselyLedger(db, { words: sqliteWordIndex }),
    lease: kyselyLease(db),
    upgrades: kyselyUpgrades(db),
    ledgerOf: (holder, onLost) =>
      kyselyLedger(db, {
        words: sqliteWordIndex,
        async guard(asked) {
          if (await holdsLease(asked, holder)) return;
          onLost();
          throw new LeaseLost(holder);
        },
      }),
    copyTo: (target) => copySqlite(file, target),
    sizeInBytes: () => sizeOf([file, `${file}-wal`]),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

const beforeFile = (file: string, version: number): string => `${file}.before-version-${version}`;

function openFile({ file, busyTimeoutMs = 5 * SECOND_MS }: SqliteOptions): DatabaseSync {
  if (!existsSync(dirname(file))) throw folderMissing(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: busyTimeoutMs });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    refuseDamaged(database, file);
    return database;
  } catch (error) {
    database?.close();
    throw sqliteProblem(error, file);
  }
}

function folderMissing(file: string): DatabaseProblem {
  return new DatabaseProblem('cannot-open', {
    message: `The folder ${dirname(file)} for the database does not exist.`,
    remedy: 'Create it, or set the path of the database to a folder that exists and is kept.',
  });
}

/** Reads every page once; better to stand still than to post from a database with holes. */
function refuseDamaged(database: DatabaseSync, file: string): void {
  const result = database.prepare('pragma quick_check(1)').get();
  const verdict = String(Object.values(result ?? {})[0]);
  if (verdict === 'ok') return;
  throw new DatabaseProblem('corrupt', {
    message: `The database ${file} is damaged (${verdict.split('\n')[0]}).`,
    remedy: 'Restore the latest backup. Keep the damaged file: it may be needed to recover what is newer.',
  });
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => (existsSync(file) ? (await stat(file)).size : 0)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
