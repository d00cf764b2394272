import { argv, stdout } from 'node:process';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ArticleId } from '#article/article.ts';
import { article } from '../contracts/sample-records.ts';

/*
 * Commits one article with its seen key after another to the database in the first argument, from the number in the
 * second on, and tells each number on its own line once it is committed. Never ends by itself.
 */
const [, , file = '', from = '0'] = argv;
const { ledger } = await openSqliteLedger({ file });

for (let number = Number(from); ; number += 1) {
  const id = `article-${number}` as ArticleId;
  await ledger.transaction(async ({ articles }) => {
    const saved = article({ id });
    await articles.save(saved, 'read');
    await articles.remember([{ feed: saved.feed, key: id, article: id }], new Date(saved.seenAt));
  });
  stdout.write(`${number}\n`);
}
