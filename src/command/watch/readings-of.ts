import { setImmediate as breathe } from 'node:timers/promises';
import { type Article, type ArticleId } from '#article/article.ts';
import type { Desk } from '#command/command.ts';
import { readAgain } from '#command/feed/read-again.ts';
import type { ArticleReading } from '#match/article-reading.ts';

/** As many as are loaded at once: their texts take memory. */
const BATCH = 100;

/** Stored articles read anew, one after the other, in the order of `ids`. */
export async function* readingsOf(
  ids: readonly ArticleId[],
  desk: Desk,
): AsyncGenerator<{ readonly article: Article; readonly read: ArticleReading }> {
  for (let from = 0; from < ids.length; from += BATCH) {
    for (const article of await desk.ledger.articles.findMany(ids.slice(from, from + BATCH))) {
      yield { article, read: readAgain(article, desk) };
      // Reading takes a while, and cards must go out meanwhile.
      await breathe();
    }
  }
}
