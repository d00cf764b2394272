import type { Kysely } from 'kysely';
import type { HiddenStore } from '#story/hidden-store.ts';
import type { StoryAccount } from '#story/story.ts';
import type { Tables } from './schema.ts';

/** A hidden article has no words: a statement always has some. */
const WHOLE_ARTICLE = '';

/** What is hidden, and such stories' accounts, in tables of these names. */
export function kyselyHiddenStore(db: Kysely<Tables>): HiddenStore {
  return {
    async hide({ words = WHOLE_ARTICLE, ...hidden }) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('hidden')
        .values({ ...hidden, words })
        .onConflict((conflict) => conflict.columns(['article', 'workspace', 'words']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows > 0n;
    },

    async show({ workspace, article, words = WHOLE_ARTICLE }) {
      const { numDeletedRows } = await db
        .deleteFrom('hidden')
        .where('article', '=', article)
        .where('workspace', '=', workspace)
        .where('words', '=', words)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },

    async listOf(story, workspace) {
      const rows = await db
        .selectFrom('hidden')
        .innerJoin('storyArticles', 'storyArticles.article', 'hidden.article')
        .select(['hidden.workspace', 'hidden.article', 'hidden.words', 'hidden.by', 'hidden.at'])
        .where('storyArticles.story', '=', story)
        .$if(workspace !== undefined, (query) => query.where('hidden.workspace', '=', workspace ?? null))
        .orderBy('hidden.at')
        .orderBy('storyArticles.arrival')
        .execute();
      return rows.map(({ words, ...row }) => (words === WHOLE_ARTICLE ? row : { ...row, words }));
    },

    async findAccount(workspace, story) {
      const row = await db
        .selectFrom('workspaceAccounts')
        .select('account')
        .where('story', '=', story)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      return row && (JSON.parse(row.account) as StoryAccount);
    },

    async saveAccount(workspace, story, known) {
      const account = JSON.stringify(known);
      await db
        .insertInto('workspaceAccounts')
        .values({ workspace, story, account })
        .onConflict((conflict) => conflict.columns(['story', 'workspace']).doUpdateSet({ account }))
        .execute();
    },

    async forgetAccount(workspace, story) {
      await db
        .deleteFrom('workspaceAccounts')
        .where('story', '=', story)
        .where('workspace', '=', workspace)
        .execute();
    },
  };
}
