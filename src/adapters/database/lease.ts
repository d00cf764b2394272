import type { Kysely } from 'kysely';
import type { Lease } from '#ledger.ts';
import type { Tables } from './schema.ts';

/** There is one lease: to be the process that works. */
const NAME = 'worker';

/** The lease as a row: one statement takes or renews it, so that of two processes only one succeeds. */
export function kyselyLease(db: Kysely<Tables>): Lease {
  return {
    async take(holder, now, forMs) {
      const until = new Date(now.getTime() + forMs).toISOString();
      const taken = await db
        .insertInto('leases')
        .values({ name: NAME, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
            .where((eb) =>
              eb.or([eb('leases.holder', '=', holder), eb('leases.until', '<=', now.toISOString())]),
            ),
        )
        .returning('holder')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async release(holder) {
      await db.deleteFrom('leases').where('name', '=', NAME).where('holder', '=', holder).execute();
    },
  };
}
