import type { Kysely } from 'kysely';
import type { ButtonStore } from '#channel/button-store.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Tables } from './schema.ts';
import { withoutNulls } from './without-nulls.ts';

/** Long enough to say to whoever comes too late what they came too late for. */
const UNDO_KEPT_MS = DAY_MS;
const PAGES_KEY = 'pages';

/** What buttons stand for, in tables of these names. */
export function kyselyButtonStore(db: Kysely<Tables>): ButtonStore {
  return {
    async keepUndo({ opposite, usedAt, ...undo }, now) {
      const oldest = new Date(now.getTime() - UNDO_KEPT_MS).toISOString();
      await db.deleteFrom('undos').where('until', '<', oldest).execute();
      await db
        .insertInto('undos')
        .values({ ...undo, opposite: opposite ?? null, usedAt: usedAt ?? null })
        .execute();
    },

    async findUndo(token, workspace) {
      const row = await db
        .selectFrom('undos')
        .selectAll()
        .where('token', '=', token)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      return row && withoutNulls(row);
    },

    async useUndo(token, workspace, at) {
      const { numUpdatedRows } = await db
        .updateTable('undos')
        .set({ usedAt: at.toISOString() })
        .where('token', '=', token)
        .where('workspace', '=', workspace)
        .where('usedAt', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async keepLine(line, now) {
      await db.deleteFrom('keptLines').where('until', '<', now.toISOString()).execute();
      await db.insertInto('keptLines').values(line).execute();
    },

    findLine(token, workspace) {
      return db
        .selectFrom('keptLines')
        .selectAll()
        .where('token', '=', token)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
    },

    async signingKey(fresh) {
      await db
        .insertInto('signingKeys')
        .values({ name: PAGES_KEY, value: fresh })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const { value } = await db
        .selectFrom('signingKeys')
        .select('value')
        .where('name', '=', PAGES_KEY)
        .executeTakeFirstOrThrow();
      return value;
    },
  };
}
