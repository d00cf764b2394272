import type { Kysely } from 'kysely';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { Tables } from './schema.ts';
import { withoutNulls } from './without-nulls.ts';

/** Workspaces, channels and the audit, in tables of these names. */
export function kyselyWorkspaceStore(db: Kysely<Tables>): WorkspaceStore {
  return {
    async save({ id, platform, name, languages, zone }) {
      const row = { id, platform, name, languages: JSON.stringify(languages), zone };
      await db
        .insertInto('workspaces')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async find(id) {
      const row = await db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst();
      return row && { ...row, languages: JSON.parse(row.languages) as readonly string[] };
    },

    async saveChannel({ id, workspace, platform, address, name }) {
      const row = { id, workspace, platform, address, name };
      await db
        .insertInto('channels')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    findChannel(id) {
      return db.selectFrom('channels').selectAll().where('id', '=', id).executeTakeFirst();
    },

    listChannels(workspace) {
      return db
        .selectFrom('channels')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('name')
        .orderBy('id')
        .execute();
    },

    async audit({ workspace, channel, who, at, what, detail }) {
      await db
        .insertInto('audit')
        .values({ workspace, channel: channel ?? null, who, at, what, detail })
        .execute();
    },

    async listAudit(workspace, limit) {
      const rows = await db
        .selectFrom('audit')
        .select(['workspace', 'channel', 'who', 'at', 'what', 'detail'])
        .where('workspace', '=', workspace)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(withoutNulls);
    },
  };
}
