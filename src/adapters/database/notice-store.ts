import type { Kysely } from 'kysely';
import type { NoticeStore } from '#delivery/notice-store.ts';
import { atomically } from './atomically.ts';
import { batchesOf } from './batches-of.ts';
import { claimNotices } from './claim-deliveries.ts';
import { toNotice, toNoticeRow } from './delivery-rows.ts';
import type { Tables } from './schema.ts';

/** Notices and the outages they told of, in tables of these names. */
export function kyselyNoticeStore(db: Kysely<Tables>): NoticeStore {
  return {
    async find(key) {
      const row = await db.selectFrom('notices').selectAll().where('key', '=', key).executeTakeFirst();
      return row && toNotice(row);
    },

    async save(notice) {
      const row = toNoticeRow(notice);
      await db
        .insertInto('notices')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },

    async messagesIn(channel) {
      const rows = await db
        .selectFrom('notices')
        .select('message')
        .where('channel', '=', channel)
        .where('message', 'is not', null)
        .execute();
      return rows.flatMap(({ message }) => message ?? []);
    },

    claim: (now, leaseMs, limit) => claimNotices(db, { now, leaseMs, limit }),

    listOutages: () => db.selectFrom('outages').selectAll().orderBy('feed').execute(),

    async saveOutages(outages) {
      await atomically(db, async (db) => {
        for (const { feed, notice, since } of outages) {
          await db
            .insertInto('outages')
            .values({ feed, notice, since })
            .onConflict((conflict) => conflict.column('feed').doUpdateSet({ notice, since }))
            .execute();
        }
      });
    },

    async forgetOutages(feeds) {
      await atomically(db, async (db) => {
        for (const batch of batchesOf(feeds)) {
          await db.deleteFrom('outages').where('feed', 'in', batch).execute();
        }
      });
    },
  };
}
