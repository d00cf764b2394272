import type { ExpressionBuilder, Kysely } from 'kysely';
import { TAKING_BACK } from '#card/change.ts';
import type { OwedMessage } from '#delivery/owed-message.ts';
import type { OwedQuery, OwedScope, OwedStore } from '#delivery/owed-store.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { toDigest, toPointer, toPost } from './delivery-rows.ts';
import { furthestLease } from './longest-lease.ts';
import type { Tables } from './schema.ts';

const TABLES = ['posts', 'pointers', 'digests'] as const;

/** All kinds of owed messages, over their tables. */
export function kyselyOwedStore(db: Kysely<Tables>): OwedStore {
  return {
    async list(query) {
      const all = [
        ...(await selectFrom(db, 'posts', query).execute()).map(asCard),
        ...(await selectFrom(db, 'pointers', query).execute()).map(asLine),
        ...(await selectFrom(db, 'digests', query).execute()).map(asDigest),
      ];
      return all.toSorted(newestFirst).slice(0, query.limit);
    },

    async find(key) {
      const post = await db.selectFrom('posts').selectAll().where('key', '=', key).executeTakeFirst();
      if (post !== undefined) return asCard(post);
      const pointer = await db.selectFrom('pointers').selectAll().where('key', '=', key).executeTakeFirst();
      if (pointer !== undefined) return asLine(pointer);
      const digest = await db.selectFrom('digests').selectAll().where('key', '=', key).executeTakeFirst();
      return digest && asDigest(digest);
    },

    async countRepeated(scope = {}) {
      let repeated = 0;
      for (const table of TABLES) {
        const { rows } = await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('rows'))
          .where('repeats', '>', 0)
          .where((eb) => isWithin(db, scope, eb))
          .executeTakeFirstOrThrow();
        repeated += rows;
      }
      return repeated;
    },

    async listOverdue(planned, now, limit) {
      const overdue = (table: (typeof TABLES)[number]) =>
        db
          .selectFrom(table)
          .selectAll()
          .where('state', 'in', ['pending', 'unknown', 'sending'])
          .where((eb) =>
            eb.or([
              eb('plannedAt', '<', planned.mending.toISOString()),
              eb.and([eb('plannedAt', '<', planned.news.toISOString()), isNews(table, eb)]),
            ]),
          )
          .where((eb) =>
            eb.or([
              eb('leaseUntil', 'is', null),
              eb('leaseUntil', '<=', now.toISOString()),
              eb('leaseUntil', '>', furthestLease(now)),
            ]),
          )
          .orderBy('plannedAt')
          .orderBy('key')
          .limit(limit);
      const all = [
        ...(await overdue('posts').$castTo<Tables['posts']>().execute()).map(asCard),
        ...(await overdue('pointers').$castTo<Tables['pointers']>().execute()).map(asLine),
        ...(await overdue('digests').$castTo<Tables['digests']>().execute()).map(asDigest),
      ];
      return all.toSorted((one, other) => newestFirst(other, one)).slice(0, limit);
    },

    async hasten(channels, now) {
      if (channels.length === 0) return;
      const at = now.toISOString();
      for (const table of TABLES) {
        await db
          .updateTable(table)
          .set({ dueAt: at })
          .where('channel', 'in', channels as ChannelId[])
          .where('state', '=', 'pending')
          .where('attempts', '>', 0)
          .where('dueAt', '>', at)
          .execute();
      }
    },
  };
}

function selectFrom<Table extends (typeof TABLES)[number]>(
  db: Kysely<Tables>,
  table: Table,
  { states, limit, ...scope }: OwedQuery,
) {
  const named: (typeof TABLES)[number] = table;
  return db
    .selectFrom(named)
    .selectAll()
    .$if(states === 'repeated', (query) => query.where('repeats', '>', 0))
    .$if(states !== 'repeated', (query) =>
      query.where('state', 'in', states === 'repeated' ? [] : [...states]),
    )
    .where((eb) => isWithin(db, scope, eb))
    .orderBy('plannedAt', 'desc')
    .orderBy('key')
    .limit(limit)
    .$castTo<Tables[Table]>();
}

type Rows = ExpressionBuilder<Tables, (typeof TABLES)[number]>;

/** Nobody has seen it, and it takes nothing back. */
const isNews = (table: (typeof TABLES)[number], eb: Rows) =>
  eb.and([
    eb('state', '=', 'pending'),
    eb('message', 'is', null),
    ...(table === 'pointers' ? TAKING_BACK.map((start) => eb('change', 'not like', `${start}%`)) : []),
  ]);

const isWithin = (db: Kysely<Tables>, { workspace, channels }: OwedScope, eb: Rows) =>
  eb.and([
    ...(workspace === undefined ? [] : [eb('channel', 'in', channelsOf(db, workspace))]),
    ...(channels === undefined ? [] : [isOneOf(eb, channels)]),
  ]);

/** PostgreSQL knows no empty list. */
const isOneOf = (eb: Rows, channels: readonly ChannelId[]) =>
  channels.length === 0 ? eb.or([]) : eb('channel', 'in', [...channels]);

const channelsOf = (db: Kysely<Tables>, workspace: WorkspaceId) =>
  db.selectFrom('channels').select('id').where('workspace', '=', workspace);

const asCard = (row: Tables['posts']): OwedMessage => ({ kind: 'card', row: toPost(row) });
const asLine = (row: Tables['pointers']): OwedMessage => ({ kind: 'line', row: toPointer(row) });
const asDigest = (row: Tables['digests']): OwedMessage => ({ kind: 'digest', row: toDigest(row) });

const newestFirst = (one: OwedMessage, other: OwedMessage): number =>
  other.row.plannedAt.localeCompare(one.row.plannedAt, 'en') ||
  one.row.key.localeCompare(other.row.key, 'en');
