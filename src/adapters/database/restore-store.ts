import type { Kysely } from 'kysely';
import { plannedToBeLookedFor, type Restore } from '#delivery/restore.ts';
import type { RestoreStore } from '#delivery/restore-store.ts';
import { atomically } from './atomically.ts';
import type { Tables } from './schema.ts';

const MAY_HAVE_BEEN_LISTED = 'a copy was restored: it may have been told in a list since';

/** Copies that were put in the place of the database, in the table `restores`. */
export function kyselyRestoreStore(db: Kysely<Tables>): RestoreStore {
  return {
    async latest() {
      return db
        .selectFrom('restores')
        .select(['copiedAt', 'restoredAt'])
        .orderBy('restoredAt', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    begin: (now) =>
      atomically(db, async (db) => {
        const restore = { copiedAt: await copiedAt(db, now), restoredAt: now.toISOString() };
        await db
          .insertInto('restores')
          .values(restore)
          .onConflict((conflict) => conflict.column('restoredAt').doUpdateSet(restore))
          .execute();
        let rows = await lookForHeld(db, restore);
        for (const table of ['posts', 'pointers', 'digests', 'notices'] as const) {
          rows += await lookFirst(db, table, restore.copiedAt, now);
        }
        return { ...restore, rows };
      }),
  };
}

/** A running program reads some feed every few seconds: the last time it did is when it was copied, or shortly before. */
async function copiedAt(db: Kysely<Tables>, now: Date): Promise<string> {
  const row = await db
    .selectFrom('feeds')
    .select((eb) => eb.fn.max('lastVisitAt').as('at'))
    .executeTakeFirst();
  const at = now.toISOString();
  return row?.at && row.at < at ? row.at : at;
}

async function lookFirst(
  db: Kysely<Tables>,
  table: 'posts' | 'pointers' | 'digests' | 'notices',
  since: string,
  now: Date,
): Promise<number> {
  const planned = plannedToBeLookedFor(since, now);
  const { numUpdatedRows } = await db
    .updateTable(table)
    .set((eb) => ({
      ...planned,
      firstSentAt: eb.fn.coalesce('firstSentAt', eb.val(since)),
      leaseUntil: null,
    }))
    .where('message', 'is', null)
    .where('state', 'in', ['pending', 'sending', 'unknown'])
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** What was held until an hour that has passed: said by itself it is found again, told in a list of many it is not. */
async function lookForHeld(db: Kysely<Tables>, { copiedAt, restoredAt }: Restore): Promise<number> {
  const said = await db
    .updateTable('pointers')
    .set({ ...plannedToBeLookedFor(copiedAt, new Date(restoredAt)) })
    .where('state', '=', 'held')
    .where('dueAt', '<', restoredAt)
    .executeTakeFirstOrThrow();
  const listed = await db
    .updateTable('posts')
    .set({ state: 'uncertain', heldFor: null, reason: MAY_HAVE_BEEN_LISTED })
    .where('state', '=', 'held')
    .where('heldFor', 'in', ['quiet', 'list'])
    .where('dueAt', '<', restoredAt)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('subscriptionStories')
    .set({ state: 'uncertain', at: restoredAt })
    .where('state', '=', 'held')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('posts')
          .innerJoin('subscriptions', 'subscriptions.channel', 'posts.channel')
          .whereRef('subscriptions.id', '=', 'subscriptionStories.subscription')
          .whereRef('posts.story', '=', 'subscriptionStories.story')
          .where('posts.state', '=', 'uncertain')
          .where('posts.reason', '=', MAY_HAVE_BEEN_LISTED)
          .select('posts.key'),
      ),
    )
    .execute();
  return Number(said.numUpdatedRows) + Number(listed.numUpdatedRows);
}
