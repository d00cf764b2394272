import type { Kysely } from 'kysely';
import type { DigestStore } from '#delivery/digest-store.ts';
import { claimDigests } from './claim-deliveries.ts';
import { toDigest, toDigestRow } from './delivery-rows.ts';
import { countByState } from './delivery-store.ts';
import type { Tables } from './schema.ts';

/** Digests, in the table of this name. */
export function kyselyDigestStore(db: Kysely<Tables>): DigestStore {
  return {
    async find(key) {
      const row = await db.selectFrom('digests').selectAll().where('key', '=', key).executeTakeFirst();
      return row && toDigest(row);
    },

    async save(digest) {
      const row = toDigestRow(digest);
      await db
        .insertInto('digests')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },

    async lastPeriod(channel, rhythm) {
      const row = await db
        .selectFrom('digests')
        .select('period')
        .where('channel', '=', channel)
        .where('kind', '=', 'digest')
        .where('period', 'like', `${rhythm} 2%`)
        .orderBy('period', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.period;
    },

    claim: (now, leaseMs, limit) => claimDigests(db, { now, leaseMs, limit }),
    countStates: (workspace) => countByState(db, 'digests', workspace),
  };
}
