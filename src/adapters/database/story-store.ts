import type { Kysely } from 'kysely';
import type { ArticleId } from '#article/article.ts';
import type { Match } from '#match/match.ts';
import { withRuledSides } from '#statement/ruled-side.ts';
import type { Statement } from '#statement/statement.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { Story, StoryId } from '#story/story.ts';
import type { StoryStore } from '#story/story-store.ts';
import { atomically } from './atomically.ts';
import { batchesOf } from './batches-of.ts';
import { listRelated } from './list-related.ts';
import { kyselyRulingStore } from './ruling-store.ts';
import type { JsonText, MatchTable, StatementTable, StoryTable, Tables } from './schema.ts';
import { sortableTime } from './sortable-time.ts';
import { visibleTo } from './visible-to.ts';
import { withoutNulls } from './without-nulls.ts';

/** What a statement is made of; `position` only orders them. */
const STATEMENT_COLUMNS = [
  'id',
  'article',
  'outlet',
  'place',
  'spans',
  'words',
  'language',
  'speakerWords',
  'speaker',
  'sides',
  'isQuoted',
  'denies',
  'hand',
] as const satisfies readonly (keyof StatementTable)[];

/** Stories in `stories` and `story_articles`; what was found in articles in `matches` and `statements`. */
export function kyselyStoryStore(db: Kysely<Tables>): StoryStore {
  return { ...storiesIn(db), ...groupingIn(db), ...findingsIn(db) };
}

function storiesIn(
  db: Kysely<Tables>,
): Pick<StoryStore, 'save' | 'find' | 'findByShortName' | 'isNameTaken' | 'listRecent' | 'count'> {
  return {
    async save(story) {
      const row = toRow(story);
      await db
        .insertInto('stories')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async find(id) {
      const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toStory(row);
    },

    async findByShortName(shortName, seenBy) {
      const row = await db
        .selectFrom('stories')
        .selectAll()
        .where('shortName', '=', shortName)
        .where((eb) => visibleTo(seenBy, eb.ref('stories.workspace')))
        // Four digits can meet again after months: people mean the one they saw last.
        .orderBy('lastArticleAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toStory(row);
    },

    async isNameTaken(shortName) {
      const row = await db
        .selectFrom('stories')
        .select('id')
        .where('shortName', '=', shortName)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async listRecent({ since, limit, topic, seenBy }) {
      const rows = await db
        .selectFrom('stories')
        .selectAll()
        .where('mergedInto', 'is', null)
        .where('lastArticleAt', '>=', since.toISOString())
        .where((eb) => visibleTo(seenBy, eb.ref('stories.workspace')))
        .$if(topic !== undefined, (query) =>
          query.where('id', 'in', (eb) =>
            eb
              .selectFrom('matches')
              .innerJoin('storyArticles', 'storyArticles.article', 'matches.article')
              .select('storyArticles.story')
              .where('matches.topic', '=', topic ?? null)
              .where('matches.tier', '=', 'strong'),
          ),
        )
        .orderBy('lastArticleAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toStory);
    },

    async count(seenBy) {
      const { stories } = await db
        .selectFrom('stories')
        .select((eb) => eb.fn.countAll<number>().as('stories'))
        .where('mergedInto', 'is', null)
        .$if(seenBy !== undefined, (query) =>
          query.where((eb) => visibleTo(seenBy, eb.ref('stories.workspace'))),
        )
        .executeTakeFirstOrThrow();
      return stories;
    },
  };
}

function groupingIn(
  db: Kysely<Tables>,
): Pick<
  StoryStore,
  'addArticle' | 'storyOf' | 'storiesOf' | 'articlesOf' | 'fingerprintsOf' | 'listFingerprints' | 'merge'
> {
  return {
    async addArticle(story, fingerprint) {
      const row = { story, at: sortableTime(fingerprint.at), fingerprint: JSON.stringify(fingerprint) };
      await db
        .insertInto('storyArticles')
        .values({ ...row, article: fingerprint.article })
        .onConflict((conflict) => conflict.column('article').doUpdateSet(row))
        .execute();
    },

    async storyOf(article) {
      const row = await db
        .selectFrom('storyArticles')
        .select('story')
        .where('article', '=', article)
        .executeTakeFirst();
      return row?.story;
    },

    async storiesOf(articles) {
      const found = new Map<ArticleId, StoryId>();
      for (const batch of batchesOf(articles)) {
        const rows = await db
          .selectFrom('storyArticles')
          .select(['article', 'story'])
          .where('article', 'in', batch)
          .execute();
        for (const { article, story } of rows) found.set(article, story);
      }
      return found;
    },

    async articlesOf(story) {
      const rows = await db
        .selectFrom('storyArticles')
        .select('article')
        .where('story', '=', story)
        .orderBy('arrival')
        .execute();
      return rows.map(({ article }) => article);
    },

    async fingerprintsOf(story) {
      const rows = await db
        .selectFrom('storyArticles')
        .select('fingerprint')
        .where('story', '=', story)
        .orderBy('arrival')
        .execute();
      return rows.map(({ fingerprint }) => toFingerprint(fingerprint));
    },

    async listFingerprints(since, most) {
      const rows = await db
        .selectFrom((eb) =>
          eb
            .selectFrom('storyArticles')
            .innerJoin('stories', 'stories.id', 'storyArticles.story')
            .select(['story', 'stories.workspace', 'fingerprint', 'arrival'])
            .select(({ fn }) =>
              fn
                .agg<number>('row_number')
                .over((over) =>
                  over.partitionBy('stories.workspace').orderBy('at', 'desc').orderBy('arrival', 'desc'),
                )
                .as('nth'),
            )
            .where('at', '>=', since.toISOString())
            .as('told'),
        )
        .select(['story', 'workspace', 'fingerprint'])
        .where('nth', '<=', most)
        .orderBy('arrival')
        .execute();
      return rows.map(({ story, workspace, fingerprint }) => ({
        story,
        ...(workspace !== null && { workspace }),
        fingerprint: toFingerprint(fingerprint),
      }));
    },

    async merge(into, from) {
      await atomically(db, async (db) => {
        await db.updateTable('storyArticles').set({ story: into }).where('story', '=', from).execute();
        // Stories merged into `from` earlier follow it, so that one step always leads to the living story.
        await db
          .updateTable('stories')
          .set({ mergedInto: into })
          .where((eb) => eb.or([eb('id', '=', from), eb('mergedInto', '=', from)]))
          .execute();
      });
    },
  };
}

function findingsIn(
  db: Kysely<Tables>,
): Pick<
  StoryStore,
  'saveMatches' | 'matchesOf' | 'listRelated' | 'saveStatements' | 'statementsFound' | 'statementsOf'
> {
  return {
    listRelated: (query) => listRelated(db, query),

    async saveMatches(matches) {
      await atomically(db, async (db) => {
        for (const match of matches) {
          const row = toMatchRow(match);
          await db
            .insertInto('matches')
            .values(row)
            .onConflict((conflict) => conflict.columns(['article', 'topic']).doUpdateSet(row))
            .execute();
        }
      });
    },

    async matchesOf(articles) {
      const rows = await byArticle(articles, (batch) =>
        db.selectFrom('matches').selectAll().where('article', 'in', batch).orderBy('topic').execute(),
      );
      return rows.map(toMatch);
    },

    async saveStatements(article, statements) {
      await atomically(db, async (db) => {
        await db.deleteFrom('statements').where('article', '=', article).execute();
        for (const batch of batchesOf(statements.map(toStatementRow))) {
          await db.insertInto('statements').values(batch).execute();
        }
      });
    },

    statementsFound: (article) => statementsIn(db, [article]),

    async statementsOf(articles) {
      const ruled = await kyselyRulingStore(db).sidesIn(articles);
      return withRuledSides(await statementsIn(db, articles), ruled);
    },
  };
}

async function statementsIn(
  db: Kysely<Tables>,
  articles: readonly ArticleId[],
): Promise<readonly Statement[]> {
  const rows = await byArticle(articles, (batch) =>
    db
      .selectFrom('statements')
      .select(STATEMENT_COLUMNS)
      .where('article', 'in', batch)
      .orderBy('position')
      .execute(),
  );
  return rows.map(toStatement);
}

/** Rows of these articles, the articles in the order asked for. */
async function byArticle<Row extends { article: ArticleId }>(
  articles: readonly ArticleId[],
  read: (batch: readonly ArticleId[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const batch of batchesOf(articles)) rows.push(...(await read(batch)));
  const rowsByArticle = Map.groupBy(rows, (row) => row.article);
  return [...new Set(articles)].flatMap((article) => rowsByArticle.get(article) ?? []);
}

function toRow(story: Story): StoryTable {
  return {
    id: story.id,
    shortName: story.shortName,
    firstArticle: story.firstArticle,
    openedAt: story.openedAt,
    lastArticleAt: sortableTime(story.lastArticleAt),
    follows: story.follows ?? null,
    mergedInto: story.mergedInto ?? null,
    workspace: story.workspace ?? null,
    revision: story.revision,
    account: JSON.stringify(story.account),
  };
}

function toStory(row: StoryTable): Story {
  return { ...withoutNulls(row), account: JSON.parse(row.account) as Story['account'] };
}

const toFingerprint = (json: JsonText): Fingerprint => JSON.parse(json) as Fingerprint;

function toMatchRow(match: Match): MatchTable {
  return { ...match, evidence: JSON.stringify(match.evidence) };
}

function toMatch(row: MatchTable): Match {
  return { ...row, evidence: JSON.parse(row.evidence) as Match['evidence'] };
}

function toStatementRow(statement: Statement, position: number): StatementTable {
  return {
    id: statement.id,
    article: statement.article,
    position,
    outlet: statement.outlet,
    place: statement.place,
    spans: JSON.stringify(statement.spans),
    words: statement.words,
    language: statement.language ?? null,
    speakerWords: statement.speakerWords ?? null,
    speaker: statement.speaker ?? null,
    sides: JSON.stringify(statement.sides),
    isQuoted: Number(statement.isQuoted),
    denies: Number(statement.denies),
    hand: statement.hand,
  };
}

function toStatement(row: Pick<StatementTable, (typeof STATEMENT_COLUMNS)[number]>): Statement {
  return {
    ...withoutNulls(row),
    spans: JSON.parse(row.spans) as Statement['spans'],
    sides: JSON.parse(row.sides) as Statement['sides'],
    isQuoted: row.isQuoted === 1,
    denies: row.denies === 1,
  };
}
