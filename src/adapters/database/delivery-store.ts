import type { Kysely } from 'kysely';
import type { DeliveryKey } from '#channel/messenger.ts';
import { JOINED } from '#delivery/called-on.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { claimPointers, claimPosts } from './claim-deliveries.ts';
import { toPointer, toPointerRow, toPost, toPostRow } from './delivery-rows.ts';
import { furthestDue } from './furthest-due.ts';
import type { Tables } from './schema.ts';

/** Posts and pointers, in tables of these names. */
export function kyselyDeliveryStore(db: Kysely<Tables>): DeliveryStore {
  return {
    async findPost(channel, story) {
      const row = await db
        .selectFrom('posts')
        .selectAll()
        .where('channel', '=', channel)
        .where('story', '=', story)
        .executeTakeFirst();
      return row && toPost(row);
    },

    async findPostByKey(key) {
      const row = await db.selectFrom('posts').selectAll().where('key', '=', key).executeTakeFirst();
      return row && toPost(row);
    },

    async findPostByMessage(channel, message) {
      const row = await db
        .selectFrom('posts')
        .selectAll()
        .where('channel', '=', channel)
        .where((eb) =>
          eb.or([
            eb('message', '=', message),
            eb(
              'story',
              'in',
              eb
                .selectFrom('pointers')
                .select('story')
                .where('channel', '=', channel)
                .where('message', '=', message),
            ),
          ]),
        )
        .executeTakeFirst();
      return row && toPost(row);
    },

    async savePost(post) {
      const row = toPostRow(post);
      await db
        .insertInto('posts')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },

    async findPointer(key) {
      const row = await db.selectFrom('pointers').selectAll().where('key', '=', key).executeTakeFirst();
      return row && toPointer(row);
    },

    async savePointer(pointer) {
      const row = toPointerRow(pointer);
      await db
        .insertInto('pointers')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },

    claimPosts: (now, leaseMs, limit) => claimPosts(db, { now, leaseMs, limit }),
    claimPointers: (now, leaseMs, limit) => claimPointers(db, { now, leaseMs, limit }),

    async listHeldDue(now, channel) {
      const rows = await db
        .selectFrom('posts')
        .selectAll()
        .where('state', '=', 'held')
        .where((eb) => eb.or([eb('dueAt', '<=', now.toISOString()), eb('dueAt', '>', furthestDue(now))]))
        .$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? ('' as ChannelId)))
        .orderBy('plannedAt')
        .orderBy('key')
        .execute();
      return rows.map(toPost);
    },

    async listHeld(channel, heldFor) {
      const rows = await db
        .selectFrom('posts')
        .selectAll()
        .where('channel', '=', channel)
        .where('state', '=', 'held')
        .where('heldFor', '=', heldFor)
        .orderBy('plannedAt')
        .orderBy('key')
        .execute();
      return rows.map(toPost);
    },

    async usageSince(channel, since, now, except) {
      const [from, until] = [since.toISOString(), now.toISOString()];
      const posts = await db
        .selectFrom('posts')
        .select('mention')
        .where('channel', '=', channel)
        .where('key', '!=', except ?? ('' as DeliveryKey))
        .where((eb) => eb(eb.fn.coalesce('postedAt', 'firstSentAt'), '>', from))
        .where((eb) => eb(eb.fn.coalesce('postedAt', 'firstSentAt'), '<=', until))
        .execute();
      const { calls } = await db
        .selectFrom('pointers')
        .select((eb) => eb.fn.countAll<number>().as('calls'))
        .where('channel', '=', channel)
        .where('change', 'like', `${JOINED}%`)
        .where((eb) =>
          eb.or([
            eb('state', 'in', ['pending', 'sending', 'unknown']),
            eb.and([
              eb('state', 'in', ['sent', 'uncertain']),
              eb(eb.fn.coalesce('firstSentAt', 'plannedAt'), '>', from),
              eb(eb.fn.coalesce('firstSentAt', 'plannedAt'), '<=', until),
            ]),
          ]),
        )
        .executeTakeFirstOrThrow();
      return {
        cards: posts.length,
        pings: posts.filter(({ mention }) => mention !== null).length + calls,
      };
    },

    async listHeldPointersDue(now, channel) {
      const rows = await db
        .selectFrom('pointers')
        .selectAll()
        .where('state', '=', 'held')
        .where((eb) => eb.or([eb('dueAt', '<=', now.toISOString()), eb('dueAt', '>', furthestDue(now))]))
        .$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? ('' as ChannelId)))
        .orderBy('plannedAt')
        .orderBy('key')
        .execute();
      return rows.map(toPointer);
    },

    async listPointersSince(channel, since, now) {
      const rows = await db
        .selectFrom('pointers')
        .selectAll()
        .where('channel', '=', channel)
        .where('plannedAt', '>', since.toISOString())
        .where('plannedAt', '<=', now.toISOString())
        .orderBy('plannedAt')
        .orderBy('key')
        .execute();
      return rows.map(toPointer);
    },

    async listKeptUp(channel) {
      const rows = await db
        .selectFrom('posts')
        .selectAll()
        .where('channel', '=', channel)
        .where('keptFor', 'is not', null)
        .orderBy('key')
        .execute();
      return rows.map(toPost);
    },

    async listStanding(since) {
      const rows = await db
        .selectFrom('posts')
        .selectAll()
        .where('message', 'is not', null)
        .where('state', 'not in', ['cancelled', 'superseded'])
        .where('postedAt', '>=', since.toISOString())
        .orderBy('postedAt')
        .orderBy('key')
        .execute();
      return rows.map(toPost);
    },

    async postsOf(story) {
      const rows = await db
        .selectFrom('posts')
        .selectAll()
        .where('story', '=', story)
        .orderBy('channel')
        .execute();
      return rows.map(toPost);
    },

    async pointersOf(channel, story) {
      const rows = await db
        .selectFrom('pointers')
        .selectAll()
        .where('channel', '=', channel)
        .where('story', '=', story)
        .orderBy('plannedAt')
        .orderBy('key')
        .execute();
      return rows.map(toPointer);
    },

    async countStates(workspace) {
      return {
        posts: await countByState<Post['state']>(db, 'posts', workspace),
        pointers: await countByState<Pointer['state']>(db, 'pointers', workspace),
      };
    },
  };
}

/** How many rows of a table of deliveries stand in each state. */
export async function countByState<State extends string>(
  db: Kysely<Tables>,
  table: 'posts' | 'pointers' | 'digests',
  workspace: WorkspaceId | undefined,
): Promise<Readonly<Partial<Record<State, number>>>> {
  const rows = await db
    .selectFrom(table)
    .select((eb) => ['state', eb.fn.countAll<number>().as('rows')])
    .$if(workspace !== undefined, (query) =>
      query.where('channel', 'in', (eb) =>
        eb
          .selectFrom('channels')
          .select('id')
          .where('workspace', '=', workspace ?? null),
      ),
    )
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, rows }) => [state, rows])) as Partial<Record<State, number>>;
}
