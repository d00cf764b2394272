import type { Kysely } from 'kysely';
import type { TopicStore } from '#topic/topic-store.ts';
import type { Tables } from './schema.ts';

/** Topics in the table `topics`; once written, a row is never changed. */
export function kyselyTopicStore(db: Kysely<Tables>): TopicStore {
  return {
    async save({ id, canonical, written }) {
      await db
        .insertInto('topics')
        .values({ id, canonical, written })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    listWatched() {
      return db
        .selectFrom('topics')
        .select(['id', 'written'])
        .where('id', 'in', (eb) => eb.selectFrom('subscriptions').select('topic'))
        .orderBy('id')
        .execute();
    },

    async findWritten(id) {
      const row = await db.selectFrom('topics').select('written').where('id', '=', id).executeTakeFirst();
      return row?.written;
    },
  };
}
