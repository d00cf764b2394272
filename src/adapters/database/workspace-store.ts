import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Workspace } from '#channel/channel.ts';
import type { Policy } from '#channel/policy.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Tables, WorkspaceTable } from './schema.ts';
import { withoutNulls } from './without-nulls.ts';

/** Longer than any platform goes on sending an event again (Slack: up to an hour). */
const INBOUND_KEPT_MS = DAY_MS;

const COLUMNS = ['id', 'platform', 'name', 'languages', 'zone', 'whenUncertain'] as const;

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

    async list() {
      const rows = await db.selectFrom('workspaces').select(COLUMNS).orderBy('id').execute();
      return rows.map(toWorkspace);
    },

    async setLeft(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('workspaces')
        .set({ leftAt: at?.toISOString() ?? null })
        .where('id', '=', id)
        .where('leftAt', at === undefined ? 'is not' : 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async find(id) {
      const row = await db.selectFrom('workspaces').select(COLUMNS).where('id', '=', id).executeTakeFirst();
      return row && toWorkspace(row);
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

    listChannelsOn(platform) {
      return db
        .selectFrom('channels')
        .selectAll()
        .where('platform', '=', platform)
        .orderBy('name')
        .orderBy('id')
        .execute();
    },

    async setWhenUncertain(id, policy) {
      await db
        .updateTable('workspaces')
        .set({ whenUncertain: policy ?? null })
        .where('id', '=', id)
        .execute();
    },

    async findPolicy(workspace) {
      const row = await db
        .selectFrom('workspaces')
        .select('policy')
        .where('id', '=', workspace)
        .executeTakeFirst();
      return row?.policy == null ? undefined : (JSON.parse(row.policy) as Policy);
    },

    async savePolicy(workspace, policy) {
      await db
        .updateTable('workspaces')
        .set({ policy: JSON.stringify(policy) })
        .where('id', '=', workspace)
        .execute();
    },

    async audit({ workspace, channel, who, at, what, detail }) {
      await db
        .insertInto('audit')
        .values({ workspace, channel: channel ?? null, who, at, what, detail })
        .execute();
    },

    async listAudit(workspace, limit, { before, skip = 0, channels } = {}) {
      const rows = await db
        .selectFrom('audit')
        .select(['workspace', 'channel', 'who', 'at', 'what', 'detail'])
        .where('workspace', '=', workspace)
        .$if(before !== undefined, (query) => query.where('at', '<=', before?.toISOString() ?? ''))
        .$if(channels?.length === 0, (query) => query.where(isOfWorkspace))
        .$if(channels !== undefined && channels.length > 0, (query) =>
          query.where((eb) => eb.or([isOfWorkspace(eb), eb('channel', 'in', [...(channels ?? [])])])),
        )
        .orderBy('number', 'desc')
        .limit(limit)
        .offset(skip)
        .execute();
      return rows.map(withoutNulls);
    },

    async takeInbound(id, at) {
      const oldest = new Date(at.getTime() - INBOUND_KEPT_MS).toISOString();
      await db.deleteFrom('inboundEvents').where('at', '<', oldest).execute();
      const inserted = await db
        .insertInto('inboundEvents')
        .values({ id, at: at.toISOString() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted !== undefined;
    },
  };
}

const toWorkspace = (row: Pick<WorkspaceTable, (typeof COLUMNS)[number]>): Workspace => ({
  ...withoutNulls(row),
  languages: JSON.parse(row.languages) as readonly string[],
});

/** Rows that were done in no channel of it alone. */
const isOfWorkspace = (eb: ExpressionBuilder<Tables, 'audit'>) => eb('channel', 'is', null);
