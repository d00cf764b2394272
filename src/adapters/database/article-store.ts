import type { Kysely } from 'kysely';
import { type Article, type ArticleId, timeOf } from '#article/article.ts';
import type { ArticleSearch, ArticleState, ArticleStore, StoredArticle } from '#article/article-store.ts';
import { atomically } from './atomically.ts';
import { batchesOf } from './batches-of.ts';
import type { ArticleEditionTable, ArticleTable, Tables } from './schema.ts';
import { sortableTime } from './sortable-time.ts';
import { visibleTo } from './visible-to.ts';
import { withoutNulls } from './without-nulls.ts';
import type { WordIndex } from './word-index.ts';

/** What an edition of an article is made of; the other columns say where the article stands. */
const ARTICLE_COLUMNS = [
  'id',
  'feed',
  'outlet',
  'workspace',
  'link',
  'title',
  'summary',
  'text',
  'isFullText',
  'language',
  'publishedAt',
  'seenAt',
  'edition',
  'isArchive',
  'image',
  'outletName',
] as const satisfies readonly (keyof ArticleEditionTable)[];

/** Articles in `articles` and `article_editions`, their keys in `seen_keys`, their words in the index of the database. */
export function kyselyArticleStore(db: Kysely<Tables>, words: WordIndex): ArticleStore {
  return { ...articlesIn(db), ...searchIn(db, words) };
}

type Search = Pick<ArticleStore, 'index' | 'listHolding' | 'listUnindexed'>;

function searchIn(db: Kysely<Tables>, words: WordIndex): Search {
  return {
    async index(article, found) {
      await atomically(db, (db) => words.write(db, article, found));
    },

    async listHolding(search) {
      if (search.outlets?.length === 0) return [];
      if (search.all.some((alternatives) => wordsIn(alternatives).length === 0)) return [];
      const rows = await whereHolding(db, { ...search, all: search.all.map(wordsIn) }, words)
        .orderBy('happenedAt', 'desc')
        .orderBy('id')
        .limit(search.limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async listUnindexed(limit) {
      const rows = await db
        .selectFrom('articles')
        .select(ARTICLE_COLUMNS)
        .where('state', 'not in', ['unread', 'parked'])
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('articleWords')
                .select('number')
                .whereRef('articleWords.article', '=', 'articles.id'),
            ),
          ),
        )
        .orderBy('happenedAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toArticle);
    },
  };
}

/** The alternatives that say something: no database looks for nothing. */
const wordsIn = (alternatives: ArticleSearch['all'][number]) =>
  alternatives.map((words) => words.filter((word) => word !== '')).filter(({ length }) => length > 0);

function whereHolding(db: Kysely<Tables>, search: ArticleSearch, words: WordIndex) {
  const { all, since, until, outlets, language, seenBy } = search;
  return db
    .selectFrom('articles')
    .select('articles.id')
    .where('happenedAt', '>=', since.toISOString())
    .where((eb) => visibleTo(seenBy, eb.ref('articles.workspace')))
    .$if(until !== undefined, (query) => query.where('happenedAt', '<=', until?.toISOString() ?? ''))
    .$if(outlets !== undefined, (query) => query.where('outlet', 'in', outlets ?? []))
    .$if(language !== undefined, (query) => query.where('language', '=', language ?? null))
    .$if(all.length > 0, (query) =>
      query.innerJoin('articleWords', 'articleWords.article', 'articles.id').where(words.holds(all)),
    );
}

function articlesIn(db: Kysely<Tables>): Omit<ArticleStore, keyof Search> {
  return {
    async findByKeys(feed, keys) {
      const found = new Map<string, ArticleId>();
      for (const batch of batchesOf(keys)) {
        const rows = await db
          .selectFrom('seenKeys')
          .select(['key', 'article'])
          .where('feed', '=', feed)
          .where('key', 'in', batch)
          .execute();
        for (const { key, article } of rows) found.set(key, article);
      }
      return found;
    },

    async findByKey(key, seenBy) {
      const rows = await db
        .selectFrom('seenKeys')
        .leftJoin('articles', 'articles.id', 'seenKeys.article')
        .select('seenKeys.article')
        .where('key', '=', key)
        .where((eb) => visibleTo(seenBy, eb.ref('articles.workspace')))
        .orderBy('lastSeenAt', 'desc')
        .orderBy('seenKeys.feed')
        .execute();
      return rows.map(({ article }) => article);
    },

    async save(article, state) {
      const row = toRow(article, state);
      await atomically(db, async (db) => {
        if (article.edition > 1) await keepReplacedEdition(db, article);
        await db
          .insertInto('articles')
          .values(row)
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet(row).where('articles.edition', '<=', article.edition),
          )
          .execute();
      });
    },

    async remember(keys, now) {
      const lastSeenAt = now.toISOString();
      await atomically(db, async (db) => {
        for (const batch of batchesOf(keys)) {
          await db
            .insertInto('seenKeys')
            .values(batch.map((key) => ({ ...key, lastSeenAt })))
            .onConflict((conflict) =>
              conflict
                .columns(['feed', 'key'])
                .doUpdateSet((eb) => ({ article: eb.ref('excluded.article'), lastSeenAt })),
            )
            .execute();
        }
      });
    },

    async find(id) {
      const row = await db
        .selectFrom('articles')
        .select(ARTICLE_COLUMNS)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toArticle(row);
    },

    async findMany(ids) {
      const found = new Map<ArticleId, Article>();
      for (const batch of batchesOf(ids)) {
        const rows = await db
          .selectFrom('articles')
          .select(ARTICLE_COLUMNS)
          .where('id', 'in', batch)
          .execute();
        for (const row of rows) found.set(row.id, toArticle(row));
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    async findStored(ids) {
      const found = new Map<ArticleId, StoredArticle>();
      for (const batch of batchesOf(ids)) {
        const rows = await db.selectFrom('articles').selectAll().where('id', 'in', batch).execute();
        const earlier = await earlierEditions(db, batch);
        for (const row of rows) found.set(row.id, toStored(row, earlier.get(row.id)));
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    async listRecent(since, limit, seenBy) {
      const rows = await db
        .selectFrom('articles')
        .select(ARTICLE_COLUMNS)
        .where('happenedAt', '>=', since.toISOString())
        .where((eb) => visibleTo(seenBy, eb.ref('articles.workspace')))
        .orderBy('happenedAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toArticle);
    },

    async setState(id, state, { at, error }) {
      await db
        .updateTable('articles')
        .set({ state, stateAt: at.toISOString(), stateError: error ?? null })
        .where('id', '=', id)
        .execute();
    },

    async listInState(state, limit, outlet) {
      const rows = await db
        .selectFrom('articles')
        .select(ARTICLE_COLUMNS)
        .where((eb) => eb.and({ state, ...(outlet !== undefined && { outlet }) }))
        .orderBy('stateAt')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toArticle);
    },

    async countInState(state) {
      const rows = await db
        .selectFrom('articles')
        .select((eb) => ['outlet', eb.fn.countAll<number>().as('articles')])
        .where('state', '=', state)
        .groupBy('outlet')
        .orderBy('outlet')
        .execute();
      return new Map(rows.map(({ outlet, articles }) => [outlet, articles]));
    },

    async dropParked(outlet) {
      const { numDeletedRows } = await db
        .deleteFrom('articles')
        .where('state', '=', 'parked')
        .where('outlet', '=', outlet)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    async count(seenBy) {
      const { articles, oldest, newest } = await db
        .selectFrom('articles')
        .select((eb) => [
          eb.fn.countAll<number>().as('articles'),
          eb.fn.min('happenedAt').as('oldest'),
          eb.fn.max('happenedAt').as('newest'),
        ])
        .$if(seenBy !== undefined, (query) =>
          query.where((eb) => visibleTo(seenBy, eb.ref('articles.workspace'))),
        )
        .executeTakeFirstOrThrow();
      return {
        articles,
        ...withoutNulls<{ oldest: string | null; newest: string | null }>({ oldest, newest }),
      };
    },

    async countNewsSince(since) {
      const { articles, first } = await db
        .selectFrom('articles')
        .select((eb) => [eb.fn.countAll<number>().as('articles'), eb.fn.min('seenAt').as('first')])
        .where('isArchive', '=', 0)
        .where('seenAt', '>=', since.toISOString())
        .executeTakeFirstOrThrow();
      return { articles, ...withoutNulls<{ first: string | null }>({ first }) };
    },
  };
}

async function keepReplacedEdition(db: Kysely<Tables>, article: Article): Promise<void> {
  await db
    .insertInto('articleEditions')
    .columns(ARTICLE_COLUMNS)
    .expression((eb) =>
      eb
        .selectFrom('articles')
        .select(ARTICLE_COLUMNS)
        .where('id', '=', article.id)
        .where('edition', '<', article.edition),
    )
    .onConflict((conflict) => conflict.columns(['id', 'edition']).doNothing())
    .execute();
}

/** The edition before the newest, for those that have one. */
async function earlierEditions(
  db: Kysely<Tables>,
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, Article>> {
  const rows = await db
    .selectFrom('articleEditions')
    .select(ARTICLE_COLUMNS)
    .where('id', 'in', ids)
    .orderBy('edition')
    .execute();
  return new Map(rows.map((row) => [row.id, toArticle(row)]));
}

function toRow(article: Article, state: ArticleState): ArticleTable {
  return {
    id: article.id,
    feed: article.feed,
    outlet: article.outlet,
    workspace: article.workspace ?? null,
    link: article.link ?? null,
    title: article.title,
    summary: article.summary ?? null,
    text: article.text ?? null,
    isFullText: Number(article.isFullText),
    language: article.language ?? null,
    publishedAt: article.publishedAt ?? null,
    seenAt: article.seenAt,
    edition: article.edition,
    isArchive: Number(article.isArchive),
    image: article.image ?? null,
    outletName: article.outletName ?? null,
    happenedAt: sortableTime(timeOf(article)),
    state,
    stateAt: sortableTime(article.seenAt),
    stateError: null,
  };
}

function toArticle(row: ArticleEditionTable): Article {
  return {
    ...withoutNulls(row),
    isFullText: row.isFullText === 1,
    isArchive: row.isArchive === 1,
  };
}

function toStored(row: ArticleTable, earlier: Article | undefined): StoredArticle {
  const { happenedAt: _happened, state, stateAt, stateError, ...edition } = row;
  return {
    article: toArticle(edition),
    state,
    ...(state === 'read' ? {} : { stateSince: stateAt }),
    ...(state !== 'read' && stateError !== null && { stateDetail: stateError }),
    ...(earlier && { earlier }),
  };
}
