import type { Kysely } from 'kysely';
import type { Hidden } from '#story/hidden.ts';
import type { HiddenStore } from '#story/hidden-store.ts';
import type { StoryAccount } from '#story/story.ts';
import { atomically } from './atomically.ts';
import { batchesOf } from './batches-of.ts';
import type { HiddenTable, Tables } from './schema.ts';

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

    async listIn(articles, workspace) {
      const found: Hidden[] = [];
      for (const batch of batchesOf(articles)) {
        const rows = await db
          .selectFrom('hidden')
          .selectAll()
          .where('article', 'in', batch)
          .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? null))
          .execute();
        found.push(...rows.map(toHidden));
      }
      return found.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
    },

    async showArticles(articles) {
      await atomically(db, async (db) => {
        for (const batch of batchesOf(articles)) {
          await db
            .deleteFrom('hidden')
            .where('article', 'in', batch)
            .where('words', '=', WHOLE_ARTICLE)
            .execute();
        }
      });
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

    async forgetAccounts(story, workspace) {
      await db
        .deleteFrom('workspaceAccounts')
        .where('story', '=', story)
        .$if(workspace !== undefined, (query) => query.where('workspace', '=', workspace ?? null))
        .execute();
    },
  };
}

const toHidden = ({ words, ...row }: HiddenTable): Hidden =>
  words === WHOLE_ARTICLE ? row : { ...row, words };
