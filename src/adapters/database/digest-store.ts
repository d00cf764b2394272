import type { Kysely } from 'kysely';
import type { DigestHour, DigestStore } from '#delivery/digest-store.ts';
import { batchesOf } from './batches-of.ts';
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

    async lastPeriod(channel, rhythm, now) {
      const row = await db
        .selectFrom('digests')
        .select('period')
        .where('channel', '=', channel)
        .where('kind', '=', 'digest')
        .where('period', 'like', `${rhythm} 2%`)
        .where('period', '<=', `${rhythm} ${now.toISOString()}`)
        .orderBy('period', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.period;
    },

    async listOwed(asked) {
      const owed: DigestHour[] = [];
      for (const batch of batchesOf(asked)) {
        const rows = await db
          .selectFrom('digests')
          .select(['channel', 'period'])
          .where('channel', 'in', distinct(batch.map(({ channel }) => channel)))
          .where('kind', '=', 'digest')
          .where('period', 'in', distinct(batch.map(({ period }) => period)))
          .execute();
        owed.push(...rows);
      }
      const names = new Set(asked.map(nameOf));
      return owed.filter((one) => names.has(nameOf(one)));
    },

    claim: (now, leaseMs, limit) => claimDigests(db, { now, leaseMs, limit }),
    countStates: (workspace) => countByState(db, 'digests', workspace),
  };
}

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const nameOf = ({ channel, period }: DigestHour): string => `${channel} ${period}`;
