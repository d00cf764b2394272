import { existsSync } from 'node:fs';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { Config } from '#config/read-config.ts';

/** Whether the database can be opened and written, in words; `remedy` stands only when it cannot. */
export async function checkDatabase({
  settings,
}: Config): Promise<{ readonly message: string; readonly remedy?: string }> {
  const { file } = settings.database;
  if (!existsSync(file)) return { message: `${file} will be created at the first start` };
  try {
    await using database = await openSqliteLedger({ file });
    const { articles } = await database.ledger.articles.count();
    return { message: `${file}: ${articles} articles, ${await database.sizeInBytes()} bytes` };
  } catch (cause) {
    if (!(cause instanceof DatabaseProblem)) throw cause;
    return { message: cause.message, remedy: cause.remedy };
  }
}
