import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Dialect, SqliteDialect, type SqliteStatement } from 'kysely';
import { sqliteProblem } from './sqlite-problem.ts';

/** How many prepared statements are kept; batches of many sizes would otherwise pile up. */
const STATEMENTS_KEPT = 200;

/**
 * Kysely on Node's own SQLite. Kysely expects the shape of better-sqlite3: handed a `DatabaseSync` as it is, it would
 * run every query and return no rows. Problems of the file itself are thrown as `DatabaseProblem`.
 */
export function nodeSqliteDialect(database: DatabaseSync, file: string): Dialect {
  const prepare = statementCache((sql) => toKyselyStatement(database.prepare(sql), file));
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) =>
        sql === 'rollback' && !database.isTransaction
          ? ALREADY_ROLLED_BACK
          : explaining(file, () => prepare(writeLockFirst(sql))),
    },
  });
}

/** SQLite itself rolls back when the disk is full; a second `rollback` would hide that reason behind its own error. */
const ALREADY_ROLLED_BACK: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

/** A transaction that reads first and then writes can fail at once, whatever the timeout, if another one wrote. */
function writeLockFirst(sql: string): string {
  return sql === 'begin' ? 'begin immediate' : sql;
}

function toKyselyStatement(statement: StatementSync, file: string): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => explaining(file, () => statement.all(...values.map(toSqlite))),
    run: (values) => explaining(file, () => statement.run(...values.map(toSqlite))),
    iterate: (values) => explaining(file, () => statement.iterate(...values.map(toSqlite))),
  };
}

/** node:sqlite takes an object in first place for named parameters and shifts the rest, without an error. */
function toSqlite(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`A ${typeof value} cannot be stored in a column.`);
}

/**
 * Keeps the statements used last, as Kysely sees them: to ask one for its columns costs as much as to run it. A Map holds
 * its keys in order of insertion.
 */
function statementCache(prepare: (sql: string) => SqliteStatement): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const statement = kept.get(sql) ?? prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value ?? '');
    return statement;
  };
}

function explaining<Result>(file: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw sqliteProblem(error, file);
  }
}
