import { sql } from 'kysely';
import type { WordSearch } from '#article/article-store.ts';
import { ROW_END, type WordIndex } from './word-index.ts';

/**
 * The words in an FTS5 table that keeps no text of its own. Its tokenizer parts at spaces only: what a word is has been
 * decided before. A trigger takes the words away with their article.
 */
export const sqliteWordIndex: WordIndex = {
  async create(db) {
    await db.schema
      .createTable('articleWords')
      .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('article', 'text', (column) =>
        column.notNull().unique().references('articles.id').onDelete('cascade'),
      )
      .execute();
    await sql`create virtual table word_index using fts5(words, content='', contentless_delete=1, tokenize='ascii')`.execute(
      db,
    );
    await sql`create trigger words_leave_with_article after delete on article_words
      begin delete from word_index where rowid = old.number; end`.execute(db);
  },

  async write(db, article, words) {
    const { number } = await db
      .insertInto('articleWords')
      .values({ article })
      .onConflict((conflict) => conflict.column('article').doUpdateSet({ article }))
      .returning('number')
      .executeTakeFirstOrThrow();
    const text = words.map((row) => row.join(' ')).join(` ${ROW_END} `);
    await sql`insert or replace into word_index (rowid, words) values (${number}, ${text})`.execute(db);
  },

  holds: (all) =>
    sql`article_words.number in (select rowid from word_index where word_index match ${queryFor(all)})`,
};

/** Such as `("emmanuel macron" OR "макрон") AND ("call")`. */
const queryFor = (all: WordSearch): string =>
  all.map((alternatives) => `(${alternatives.map(phrase).join(' OR ')})`).join(' AND ');

const phrase = (words: readonly string[]): string => `"${words.join(' ').replaceAll('"', '""')}"`;
