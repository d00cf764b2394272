import { existsSync } from 'node:fs';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import { databaseName } from '#compose/database-name.ts';
import { openDatabase } from '#compose/open-database.ts';
import type { Config } from '#config/read-config.ts';

/** Whether the database can be opened and written, in words; `remedy` stands only when it cannot. */
export async function checkDatabase(
  config: Config,
): Promise<{ readonly message: string; readonly remedy?: string }> {
  const { file, url } = config.settings.database;
  if (url === undefined && !existsSync(file))
    return { message: `${file} will be created at the first start` };
  try {
    await using database = await openDatabase(config, () => new Date());
    const { articles } = await database.ledger.articles.count();
    return {
      message: `${databaseName(config)}: ${articles} articles, ${await database.sizeInBytes()} bytes`,
    };
  } catch (cause) {
    if (!(cause instanceof DatabaseProblem)) throw cause;
    return { message: cause.message, remedy: cause.remedy };
  }
}
