import type { Kysely } from 'kysely';
import type { AddressCheck } from '#article/address-check.ts';
import type { AddressCheckStore } from '#article/address-check-store.ts';
import { batchesOf } from './batches-of.ts';
import type { Tables } from './schema.ts';
import { withoutNulls } from './without-nulls.ts';

/** Checks of addresses, in the table `address_checks`. */
export function kyselyAddressCheckStore(db: Kysely<Tables>): AddressCheckStore {
  return {
    async findMany(articles) {
      const found: AddressCheck[] = [];
      for (const batch of batchesOf(articles)) {
        const rows = await db.selectFrom('addressChecks').selectAll().where('article', 'in', batch).execute();
        found.push(...rows.map((row) => withoutNulls(row)));
      }
      return found;
    },

    async save(check) {
      const row = {
        ...check,
        thereAt: check.thereAt ?? null,
        missingSince: check.missingSince ?? null,
        status: check.status ?? null,
      };
      await db
        .insertInto('addressChecks')
        .values(row)
        .onConflict((conflict) => conflict.column('article').doUpdateSet(row))
        .execute();
    },
  };
}
