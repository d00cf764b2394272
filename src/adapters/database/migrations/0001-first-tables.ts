import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';

/** Everything the first version keeps. */
export async function firstTables(db: Kysely<Tables>): Promise<void> {
  await createFeeds(db);
  await createArticles(db);
  await createStories(db);
  await createFindings(db);
  await createWorkspaces(db);
  await createSubscriptions(db);
  await createDeliveries(db);
  await createHousekeeping(db);
}

async function createFeeds(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('feeds')
    .addColumn('feed', 'text', (column) => column.primaryKey())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('lastModified', 'text')
    .addColumn('bodyHash', 'text')
    .addColumn('nextVisitAt', 'text', (column) => column.notNull())
    .addColumn('lastVisitAt', 'text')
    .addColumn('lastReadAt', 'text')
    .addColumn('lastNewAt', 'text')
    .addColumn('failuresInARow', 'integer', (column) => column.notNull())
    .addColumn('failingSince', 'text')
    .addColumn('lastFailure', 'text')
    .addColumn('isFirstVisitDone', 'integer', (column) => column.notNull())
    .addColumn('usualNewItems', 'real', (column) => column.notNull())
    .addColumn('parkedSince', 'text')
    .addColumn('movedTo', 'text')
    .addColumn('movedSince', 'text')
    .addColumn('movedCount', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('feedsByNextVisit').on('feeds').column('nextVisitAt').execute();
}

async function createArticles(db: Kysely<Tables>): Promise<void> {
  await articleColumns(db.schema.createTable('articles'))
    .addColumn('happenedAt', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('stateAt', 'text', (column) => column.notNull())
    .addColumn('stateError', 'text')
    .addPrimaryKeyConstraint('articlesKey', ['id'])
    .execute();
  await db.schema.createIndex('articlesByTime').on('articles').column('happenedAt').execute();
  await db.schema.createIndex('articlesByState').on('articles').columns(['state', 'stateAt']).execute();

  await articleColumns(db.schema.createTable('articleEditions'))
    .addPrimaryKeyConstraint('articleEditionsKey', ['id', 'edition'])
    .addForeignKeyConstraint('articleEditionsArticle', ['id'], 'articles', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();

  // No reference to articles: what was seen once stays known after the article itself is pruned.
  await db.schema
    .createTable('seenKeys')
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('lastSeenAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('seenKeysKey', ['feed', 'key'])
    .execute();
}

function articleColumns(table: CreateTableBuilder<string>) {
  return table
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('outlet', 'text', (column) => column.notNull())
    .addColumn('link', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('summary', 'text')
    .addColumn('text', 'text')
    .addColumn('isFullText', 'integer', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('publishedAt', 'text')
    .addColumn('seenAt', 'text', (column) => column.notNull())
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addColumn('isArchive', 'integer', (column) => column.notNull())
    .addColumn('image', 'text');
}

async function createStories(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('stories')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('shortName', 'text', (column) => column.notNull())
    .addColumn('firstArticle', 'text', (column) => column.notNull())
    .addColumn('openedAt', 'text', (column) => column.notNull())
    .addColumn('lastArticleAt', 'text', (column) => column.notNull())
    .addColumn('follows', 'text')
    .addColumn('mergedInto', 'text', (column) => column.check(sql`merged_into <> id`))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('storiesByShortName').on('stories').column('shortName').execute();
  await db.schema.createIndex('storiesByLastArticle').on('stories').column('lastArticleAt').execute();
  await db.schema.createIndex('storiesByMergedInto').on('stories').column('mergedInto').execute();

  // Checked at commit: a story and the article that opens it may be written in either order.
  await db.schema
    .createTable('storyArticles')
    .addColumn('arrival', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('article', 'text', (column) => column.notNull().unique())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('storyArticlesArticle', ['article'], 'articles', ['id'], (key) =>
      key.onDelete('cascade').deferrable().initiallyDeferred(),
    )
    .addForeignKeyConstraint('storyArticlesStory', ['story'], 'stories', ['id'], (key) =>
      key.onDelete('cascade').deferrable().initiallyDeferred(),
    )
    .execute();
  await db.schema.createIndex('storyArticlesByStory').on('storyArticles').column('story').execute();
  await db.schema.createIndex('storyArticlesByTime').on('storyArticles').column('at').execute();
}

async function createFindings(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('matches')
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('tier', 'text', (column) => column.notNull())
    .addColumn('score', 'real', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('matchesKey', ['article', 'topic'])
    .addForeignKeyConstraint('matchesArticle', ['article'], 'articles', ['id'], (key) =>
      key.onDelete('cascade').deferrable().initiallyDeferred(),
    )
    .execute();
  await db.schema.createIndex('matchesByTopic').on('matches').columns(['topic', 'tier']).execute();

  await db.schema
    .createTable('statements')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('outlet', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('spans', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('speakerWords', 'text')
    .addColumn('speaker', 'text')
    .addColumn('sides', 'text', (column) => column.notNull())
    .addColumn('isQuoted', 'integer', (column) => column.notNull())
    .addColumn('denies', 'integer', (column) => column.notNull())
    .addColumn('hand', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('statementsKey', ['article', 'position'])
    .addForeignKeyConstraint('statementsArticle', ['article'], 'articles', ['id'], (key) =>
      key.onDelete('cascade').deferrable().initiallyDeferred(),
    )
    .execute();
}

async function createWorkspaces(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('workspaces')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('channels')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('channelsByWorkspace').on('channels').column('workspace').execute();

  await db.schema
    .createTable('audit')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('channel', 'text')
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('auditByWorkspace').on('audit').columns(['workspace', 'number']).execute();
}

async function createSubscriptions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('topics')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('canonical', 'text', (column) => column.notNull())
    .addColumn('written', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('channel', 'text', (column) => column.notNull().references('channels.id').onDelete('cascade'))
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('createdBy', 'text', (column) => column.notNull())
    .addColumn('mention', 'text')
    .addColumn('isPaused', 'integer', (column) => column.notNull())
    .addForeignKeyConstraint('subscriptionsTopic', ['topic'], 'topics', ['id'], (key) =>
      key.deferrable().initiallyDeferred(),
    )
    .addUniqueConstraint('subscriptionsOncePerChannel', ['channel', 'topic'])
    .execute();
  await db.schema.createIndex('subscriptionsByTopic').on('subscriptions').column('topic').execute();
  await db.schema.createIndex('subscriptionsByWorkspace').on('subscriptions').column('workspace').execute();

  // No reference to stories: the account of what became of each outlives the story.
  await db.schema
    .createTable('subscriptionStories')
    .addColumn('subscription', 'text', (column) =>
      column.notNull().references('subscriptions.id').onDelete('cascade'),
    )
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriptionStoriesKey', ['subscription', 'story'])
    .execute();
  await db.schema
    .createIndex('subscriptionStoriesByStory')
    .on('subscriptionStories')
    .column('story')
    .execute();
}

/** No reference to stories here either: a post outlives its story, or it could be posted a second time. */
async function createDeliveries(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('posts')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull().references('channels.id').onDelete('cascade'))
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('plannedAt', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('firstSentAt', 'text')
    .addColumn('leaseUntil', 'text')
    .addColumn('reason', 'text')
    .addColumn('wanted', 'integer', (column) => column.notNull())
    .addColumn('shown', 'integer', (column) => column.notNull())
    .addColumn('postedAt', 'text')
    .addColumn('card', 'text', (column) => column.notNull())
    .addColumn('cardHash', 'text', (column) => column.notNull())
    .addColumn('mention', 'text')
    .addUniqueConstraint('postsOncePerChannel', ['channel', 'story'])
    .execute();
  await db.schema.createIndex('postsByDue').on('posts').columns(['state', 'dueAt']).execute();
  await db.schema.createIndex('postsByStory').on('posts').column('story').execute();

  await db.schema
    .createTable('pointers')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull().references('channels.id').onDelete('cascade'))
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('message', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('plannedAt', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('firstSentAt', 'text')
    .addColumn('leaseUntil', 'text')
    .addColumn('reason', 'text')
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('line', 'text', (column) => column.notNull())
    .addUniqueConstraint('pointersOncePerChange', ['channel', 'story', 'change'])
    .execute();
  await db.schema.createIndex('pointersByDue').on('pointers').columns(['state', 'dueAt']).execute();
}

async function createHousekeeping(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
}
