import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** What the operator ruled about stories, what workspaces hide of them, and cards as they were shown. */
export async function rulings(db: Kysely<Tables>): Promise<void> {
  await createRulings(db);
  await createHidden(db);
  await createShownCards(db);
}

async function createRulings(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('rulings')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('carriedAt', 'text')
    .addColumn('outcome', 'text')
    .execute();
  await db.schema.createIndex('rulingsByCarried').on('rulings').column('carriedAt').execute();

  await db.schema
    .createTable('apartArticles')
    .addColumn('one', 'text', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('other', 'text', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('apartArticlesKey', ['one', 'other'])
    .execute();
  await db.schema.createIndex('apartArticlesByOther').on('apartArticles').column('other').execute();

  await db.schema
    .createTable('ruledSides')
    .addColumn('article', 'text', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('speakerWords', 'text', (column) => column.notNull())
    .addColumn('side', 'text')
    .addPrimaryKeyConstraint('ruledSidesKey', ['article', 'speakerWords'])
    .execute();
}

async function createHidden(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('hidden')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('article', 'text', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('hiddenKey', ['article', 'workspace', 'words'])
    .execute();

  await db.schema
    .createTable('workspaceAccounts')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('story', 'text', (column) => column.notNull().references('stories.id').onDelete('cascade'))
    .addColumn('account', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workspaceAccountsKey', ['story', 'workspace'])
    .execute();
}

/** No reference to stories: like its post, a shown card outlives what it tells of. */
async function createShownCards(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('shownCards')
    .addColumn('channel', 'text', (column) => column.notNull().references('channels.id').onDelete('cascade'))
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('shownAt', 'text', (column) => column.notNull())
    .addColumn('card', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('shownCardsKey', ['channel', 'story', 'revision'])
    .execute();
  await db.schema.createIndex('shownCardsByStory').on('shownCards').column('story').execute();
  await db.schema.createIndex('shownCardsByTime').on('shownCards').column('shownAt').execute();
}
