import { existsSync } from 'node:fs';
import { DatabaseProblem, type DatabaseProblemKind } from '#adapters/database/database-problem.ts';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { copySqlite, refuseOtherFiles, replaceSqlite } from '#adapters/database/sqlite-copies.ts';
import { withSqliteLease } from '#adapters/database/sqlite-lease.ts';
import { databaseName } from '#compose/database-name.ts';
import { openDatabase } from '#compose/open-database.ts';
import { InvalidSettings } from '#config/problem.ts';
import type { Config } from '#config/read-config.ts';
import type { BegunRestore } from '#delivery/restore-store.ts';
import type { Lease } from '#ledger.ts';

/** With these nothing runs, and a restore is the remedy. */
const UNUSABLE: ReadonlySet<DatabaseProblemKind> = new Set(['corrupt', 'not-a-database']);

/** Takes the lease, or throws the operator's remedy while a program works with the database. */
type ClaimLease = (lease: Lease) => Promise<void>;

/** When it is, and who does it: named in the lease. */
export type Restoring = { readonly now: Date; readonly holder: string; readonly claim: ClaimLease };

/** What was done, and where the database is that stood there before. */
export type RestoredDatabase = BegunRestore & { readonly kept?: string };

/**
 * Puts a copy in the place of the SQLite database and brings it up to date. The program then looks at what the platforms
 * show already before it posts anything older than this moment. What stood there is kept beside it. A restore cut off
 * half-way leaves the one or the other whole.
 */
export async function restoreDatabase(
  config: Config,
  copy: string,
  { now, claim }: Restoring,
): Promise<RestoredDatabase> {
  const { file, url } = config.settings.database;
  if (url !== undefined) {
    throw new InvalidSettings([
      {
        where: 'readout restore',
        message: `${databaseName(config)} is put back by PostgreSQL itself.`,
        remedy: 'Use pg_restore, then say that it was put back: readout restore --done.',
      },
    ]);
  }
  refuseOtherFiles(copy);
  await refuseWhileInUse(config, claim);

  const replacement = `${file}.restoring`;
  await copySqlite(copy, replacement);
  const begun = await beginOn(replacement, now);
  if (!existsSync(file)) {
    await replaceSqlite(file, replacement, file);
    return begun;
  }
  const kept = `${file}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  await replaceSqlite(file, replacement, kept);
  return { ...begun, kept };
}

/** Notes that the database was put back by other means, such as pg_restore or a snapshot of its disk. */
export async function noteRestore(
  config: Config,
  { now, holder, claim }: Restoring,
): Promise<RestoredDatabase> {
  await using database = await openDatabase(config, () => now);
  await claim(database.lease);
  const begun = await database.ledger.restores.begin(now);
  await database.lease.release(holder);
  return begun;
}

/** A file that no program can read is in nobody's use; one that only a newer program can, or an older one, may be. */
async function refuseWhileInUse({ settings }: Config, claim: ClaimLease): Promise<void> {
  const { file } = settings.database;
  if (!existsSync(file)) return;
  try {
    await withSqliteLease(file, claim);
  } catch (cause) {
    if (!(cause instanceof DatabaseProblem && UNUSABLE.has(cause.kind))) throw cause;
  }
}

async function beginOn(file: string, now: Date): Promise<BegunRestore> {
  await using database = await openSqliteLedger({ file, clock: () => now, isCopy: true });
  return await database.ledger.restores.begin(now);
}
