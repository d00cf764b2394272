import type { Expression, Kysely, SqlBool } from 'kysely';
import type { ArticleId } from '#article/article.ts';
import type { WordSearch } from '#article/article-store.ts';
import type { SearchWords } from '#language/search-words.ts';
import type { Tables } from './schema.ts';

/** How a database keeps the words of articles and finds them again: the one thing that each does its own way. */
export type WordIndex = {
  /** Called once, by the migration. `article_words` has a row for each article whose words are kept. */
  create(db: Kysely<Tables>): Promise<void>;
  /** Keeps the words in place of those kept before. */
  write(db: Kysely<Tables>, article: ArticleId, words: SearchWords): Promise<void>;
  /** Whether the words of a row of `article_words` are what is looked for; every part has an alternative with a word. */
  holds(all: WordSearch): Expression<SqlBool>;
};

/** Stands between rows of words, so that no search runs on from one into the next. No text holds it: it is private use. */
export const ROW_END = '\u{E000}';
