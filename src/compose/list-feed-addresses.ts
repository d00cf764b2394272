import { existsSync } from 'node:fs';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import { openDatabase } from '#compose/open-database.ts';
import type { Config } from '#config/read-config.ts';

/** The addresses that feeds are asked at now: moved ones, and those of workspaces, as far as the database can tell. */
export async function listFeedAddresses(config: Config): Promise<readonly string[]> {
  const { file, url } = config.settings.database;
  if (url === undefined && !existsSync(file)) return [];
  try {
    await using database = await openDatabase(config, () => new Date());
    return (await database.ledger.feeds.listAll()).map((record) => record.url);
  } catch (cause) {
    if (!(cause instanceof DatabaseProblem)) throw cause;
    return [];
  }
}
