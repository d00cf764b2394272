import type { Kysely } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import { DatabaseProblem } from './database-problem.ts';
import type { Migration } from './migrations.ts';
import type { Tables } from './schema.ts';
import { isUpgradeTorn, noteUpgrade } from './upgrades.ts';
import type { WordIndex } from './word-index.ts';

/** What a migration needs beside the database. */
export type MigrationMeans = {
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  readonly words: WordIndex;
  /**
   * Called once before the first change to a database that holds something, not before what is left of an upgrade that was
   * torn; gives where the copy stands, if one was made.
   */
  readonly copyBefore: () => Promise<string | undefined>;
};

/**
 * Brings the schema up to date, each step in a transaction of its own, so that a step killed half-way has not
 * happened. What a database that held something was brought to is noted for whoever tells it. Throws a
 * `DatabaseProblem` where the database is newer than the program.
 */
export async function migrate(db: Kysely<Tables>, means: MigrationMeans): Promise<void> {
  await createVersionTables(db);
  const from = await versionOf(db);
  const to = means.migrations.length;
  refuseNewer(from, to);
  if (from === to) return;

  if (from > 0) {
    // A copy of half an upgrade helps nobody back.
    const copy = (await isUpgradeTorn(db, from)) ? undefined : await means.copyBefore();
    await noteUpgrade(db, { from, to, at: means.clock().toISOString(), ...(copy !== undefined && { copy }) });
  }
  for (const [index, migration] of means.migrations.entries()) {
    await runOnce(db, index + 1, migration, means);
  }
}

/** What the steps themselves are counted by cannot be made by one of them. */
async function createVersionTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('schemaVersions')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('upgrades')
    .ifNotExists()
    .addColumn('fromVersion', 'integer', (column) => column.primaryKey())
    .addColumn('toVersion', 'integer', (column) => column.notNull())
    .addColumn('copy', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}

async function versionOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('schemaVersions')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

function refuseNewer(version: number, known: number): void {
  if (version <= known) return;
  throw new DatabaseProblem('newer', {
    message: `The database has version ${version}; this Readout knows versions up to ${known}.`,
    remedy: 'Start the newer Readout that wrote it, or restore the copy made before the update.',
  });
}

/** Looks again inside the transaction: a second process may have run the same step meanwhile. */
async function runOnce(
  db: Kysely<Tables>,
  version: number,
  migration: Migration,
  { clock, words }: MigrationMeans,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if ((await versionOf(transaction)) >= version) return;
    await migration.up(transaction, words);
    await transaction
      .insertInto('schemaVersions')
      .values({ version, name: migration.name, at: clock().toISOString() })
      .execute();
  });
}
