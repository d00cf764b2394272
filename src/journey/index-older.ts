import type { Article } from '#article/article.ts';
import { readArticle } from '#journey/read-article.ts';
import type { Stages } from '#journey/stages.ts';
import type { SearchWords } from '#language/search-words.ts';

/**
 * Keeps the words of articles that an earlier Readout read without, the newest first, at most this many; tells whether
 * some may be left. One whose outlet is gone, or that cannot be read any more, is found by nothing.
 */
export async function indexOlder(stages: Stages, limit: number): Promise<boolean> {
  const { ledger, stopping, breathe } = stages;
  const articles = await ledger.articles.listUnindexed(limit);
  for (const article of articles) {
    if (stopping?.aborted === true) return true;
    const words = wordsOrNone(article, stages);
    await ledger.articles.index(article.id, words);
    await breathe();
  }
  return articles.length === limit;
}

function wordsOrNone(article: Article, stages: Stages): SearchWords {
  if (stages.catalogue.outlet(article.outlet) === undefined) return [];
  try {
    return readArticle(article, stages).words;
  } catch (cause) {
    stages.log.warn('article.not_indexed', {
      article: article.id,
      outlet: article.outlet,
      cause: String(cause),
    });
    return [];
  }
}
