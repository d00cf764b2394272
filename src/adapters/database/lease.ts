import type { Kysely } from 'kysely';
import type { Lease } from '#ledger.ts';
import { type Run, runOnce } from './run-in-turn.ts';
import type { Tables } from './schema.ts';

/** There is one lease: to be the process that works. */
const NAME = 'worker';

/**
 * The lease as a row: one statement takes or renews it, so that of two processes only one succeeds. `run` runs each
 * again where the database asks for that.
 */
export function kyselyLease(db: Kysely<Tables>, run: Run = runOnce): Lease {
  const lease = leaseIn(db);
  return {
    take: (...asked) => run(() => lease.take(...asked)),
    renew: (...asked) => run(() => lease.renew(...asked)),
    current: () => run(() => lease.current()),
    release: (holder) => run(() => lease.release(holder)),
  };
}

function leaseIn(db: Kysely<Tables>): Lease {
  return {
    async take(holder, now, forMs) {
      const until = later(now, forMs);
      const taken = await db
        .insertInto('leases')
        .values({ name: NAME, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
            .where((eb) =>
              eb.or([
                eb('leases.holder', '=', holder),
                eb('leases.until', '<=', now.toISOString()),
                eb('leases.until', '>', later(now, 2 * forMs)),
              ]),
            ),
        )
        .returning('holder')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async renew(holder, now, forMs) {
      const renewed = await db
        .updateTable('leases')
        .set({ until: later(now, forMs) })
        .where('name', '=', NAME)
        .where('holder', '=', holder)
        .returning('holder')
        .executeTakeFirst();
      return renewed !== undefined;
    },

    async current() {
      const row = await db
        .selectFrom('leases')
        .select(['holder', 'until'])
        .where('name', '=', NAME)
        .executeTakeFirst();
      return row && { holder: row.holder, until: new Date(row.until) };
    },

    async release(holder) {
      await db.deleteFrom('leases').where('name', '=', NAME).where('holder', '=', holder).execute();
    },
  };
}

/**
 * True while nobody has taken the lease from this holder. That its time has run out is no loss: had anybody worked
 * since, the row would name another holder or be gone. With `isKept` nobody else can take it before the transaction ends,
 * which SQLite sees to by itself.
 */
export async function holdsLease(
  db: Kysely<Tables>,
  holder: string,
  { isKept = false } = {},
): Promise<boolean> {
  const row = await db
    .selectFrom('leases')
    .select('holder')
    .where('name', '=', NAME)
    .where('holder', '=', holder)
    .$if(isKept, (query) => query.forShare())
    .executeTakeFirst();
  return row !== undefined;
}

const later = (now: Date, byMs: number): string => new Date(now.getTime() + byMs).toISOString();
