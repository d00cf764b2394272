import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OpenedDatabase } from '#adapters/database/opened-database.ts';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { Config } from '#config/read-config.ts';
import type { Clock } from '#kernel/clock.ts';

/** Opens the database that the settings name, and brings it up to date. Throws a `DatabaseProblem` with its remedy. */
export async function openDatabase({ settings }: Config, clock: Clock): Promise<OpenedDatabase> {
  const { file, url } = settings.database;
  // With PostgreSQL too: what the terminal has shown, and the tables as they were read, stand beside this file.
  makeFolder(dirname(file));
  if (url === undefined) return openSqliteLedger({ file, clock });
  const { openPostgresLedger } = await import('#adapters/database/postgres.ts');
  return openPostgresLedger({ url, clock });
}

/** Where that cannot be done, opening the database says so, and what to do. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {}
}
