import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSqliteLedger, type SqliteLedger } from '#adapters/database/sqlite.ts';
import type { Config } from '#config/read-config.ts';
import type { Clock } from '#kernel/clock.ts';

/** Opens the database that the settings name, and brings it up to date. Throws a `DatabaseProblem` with its remedy. */
export async function openDatabase({ settings }: Config, clock: Clock): Promise<SqliteLedger> {
  const { file } = settings.database;
  makeFolder(dirname(file));
  return openSqliteLedger({ file, clock });
}

/** Where that cannot be done, opening the database says so, and what to do. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {}
}
