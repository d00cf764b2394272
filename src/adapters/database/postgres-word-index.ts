import { sql } from 'kysely';
import type { WordSearch } from '#article/article-store.ts';
import type { SearchWords } from '#language/search-words.ts';
import type { WordIndex } from './word-index.ts';

/** More places of one word in one article are not kept by PostgreSQL. */
const MOST_PLACES = 255;
/** Bytes of a word that PostgreSQL takes; no word of any language is as long. */
const LONGEST_WORD = 500;

/**
 * The words in a column of type `tsvector` with a GIN index. Vectors and queries are written out, never parsed from a
 * text: what a word is has been decided before, and PostgreSQL's own answer would depend on the locale of the server.
 */
export const postgresWordIndex: WordIndex = {
  async create(db) {
    await db.schema
      .createTable('articleWords')
      .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('article', 'text', (column) =>
        column.notNull().unique().references('articles.id').onDelete('cascade'),
      )
      .addColumn('words', sql`tsvector`, (column) => column.notNull())
      .execute();
    await sql`create index article_words_by_word on article_words using gin (words)`.execute(db);
  },

  async write(db, article, words) {
    const vector = vectorOf(words);
    await sql`insert into article_words (article, words) values (${article}, ${vector}::tsvector)
      on conflict (article) do update set words = excluded.words`.execute(db);
  },

  holds: (all) => sql`article_words.words @@ ${queryFor(all)}::tsquery`,
};

/** Such as `'calls':2 'zorin':1,4`; between two rows one place stays free. */
function vectorOf(words: SearchWords): string {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const row of words) {
    for (const word of row) {
      place += 1;
      const known = places.getOrInsertComputed(clipped(word), () => []);
      if (known.length < MOST_PLACES) known.push(place);
    }
    place += 1;
  }
  return [...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ');
}

/** Such as `('emmanuel' <-> 'macron' | 'макрон') & ('call')`. */
const queryFor = (all: WordSearch): string =>
  all.map((alternatives) => `(${alternatives.map(phrase).join(' | ')})`).join(' & ');

const phrase = (words: readonly string[]): string => words.map((word) => quoted(clipped(word))).join(' <-> ');

const clipped = (word: string): string => word.slice(0, LONGEST_WORD);

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, '$&$&')}'`;
