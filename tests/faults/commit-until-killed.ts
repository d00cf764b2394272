import { argv, stdout } from 'node:process';
import { openPostgresLedger } from '#adapters/database/postgres.ts';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ArticleId } from '#article/article.ts';
import { Secret } from '#kernel/secret.ts';
import { article } from '../contracts/sample-records.ts';

/*
 * Commits one article with its seen key after another to the database in the first argument, a file or an address of
 * PostgreSQL, from the number in the second on, and tells each number on its own line once it is committed. Never ends by
 * itself.
 */
const [, , database = '', from = '0'] = argv;
const { ledger } = database.startsWith('postgres:')
  ? await openPostgresLedger({ url: new Secret(database) })
  : await openSqliteLedger({ file: database });

for (let number = Number(from); ; number += 1) {
  const id = `article-${number}` as ArticleId;
  await ledger.transaction(async ({ articles }) => {
    const saved = article({ id });
    await articles.save(saved, 'read');
    await articles.index(id, [[id], ['word']]);
    await articles.remember([{ feed: saved.feed, key: id, article: id }], new Date(saved.seenAt));
  });
  stdout.write(`${number}\n`);
}
