import { existsSync } from 'node:fs';
import { copySqlite, refuseOtherFiles } from '#adapters/database/sqlite-copies.ts';
import { databaseName } from '#compose/database-name.ts';
import { InvalidSettings } from '#config/problem.ts';
import type { Config } from '#config/read-config.ts';

/**
 * Copies the SQLite database to `target` while the program runs, without bringing it up to date, and reads the copy once.
 * Throws with the remedy where that cannot be done; PostgreSQL's own tools copy PostgreSQL.
 */
export async function backUpDatabase(config: Config, target: string): Promise<void> {
  const { file, url } = config.settings.database;
  if (url !== undefined) {
    throw refused(
      `${databaseName(config)} is copied by PostgreSQL itself.`,
      'Use pg_dump, or take the watches and settings alone along: readout export FILE.',
    );
  }
  if (!existsSync(file)) throw refused(`There is no database ${file} yet.`, 'Start Readout once.');
  await copySqlite(file, target);
  refuseOtherFiles(target);
}

const refused = (message: string, remedy: string): InvalidSettings =>
  new InvalidSettings([{ where: 'readout backup', message, remedy }]);
