import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { DeliveryState } from '#delivery/delivery.ts';
import type { ChannelId } from '#kernel/id.ts';
import { batchesOf } from './batches-of.ts';
import { furthestDue } from './furthest-due.ts';
import { furthestLease } from './longest-lease.ts';
import type { Tables } from './schema.ts';

/** The tables of what is owed to channels. */
export type OwedTable = 'posts' | 'pointers' | 'notices' | 'digests';

/** What a channel is to be sent next. */
export type FirstDue = {
  readonly key: DeliveryKey;
  readonly channel: ChannelId;
  readonly plannedAt: string;
};

/** States that nothing leaves by itself and that have no message to reply to. */
const ENDS: readonly DeliveryState[] = ['superseded', 'cancelled', 'expired', 'uncertain', 'dead'];

/**
 * Of each channel the due row that was planned first, the oldest plan of all first, at most `limit`. Goes from channel to
 * channel by the index of what is owed: how much waits behind the first one of a channel costs nothing.
 */
export function listFirstDue(
  db: Kysely<Tables>,
  table: OwedTable,
  now: Date,
  limit: number,
): Promise<readonly FirstDue[]> {
  const rows = sql.table(table);
  const isDue = dueIn(table, now);
  const channels = sql`
    select (select owed.channel from ${rows} owed where ${isDue} order by owed.channel limit 1)
    union all
    select (
      select owed.channel from ${rows} owed
      where owed.channel > due_channels.channel and ${isDue} order by owed.channel limit 1
    )
    from due_channels where due_channels.channel is not null`;
  return firstDueOf(db, table, channels, now, limit);
}

/** The same of these channels only. */
export async function listFirstDueIn(
  db: Kysely<Tables>,
  table: OwedTable,
  channels: readonly ChannelId[],
  now: Date,
): Promise<readonly FirstDue[]> {
  const found: FirstDue[] = [];
  for (const batch of batchesOf(channels)) {
    const values = sql`values ${sql.join(batch.map((channel) => sql`(${channel})`))}`;
    found.push(...(await firstDueOf(db, table, values, now, batch.length)));
  }
  return found;
}

async function firstDueOf(
  db: Kysely<Tables>,
  table: OwedTable,
  channels: RawBuilder<unknown>,
  now: Date,
  limit: number,
): Promise<readonly FirstDue[]> {
  const rows = sql.table(table);
  const { rows: found } = await sql<FirstDue>`
    with recursive due_channels (channel) as (${channels})
    select first_due.key, first_due.channel, first_due.planned_at
    from due_channels join ${rows} first_due on first_due.key = (
      select owed.key from ${rows} owed
      where owed.channel = due_channels.channel and ${dueIn(table, now)}
      order by owed.planned_at, owed.key limit 1
    )
    order by first_due.planned_at, first_due.key
    limit ${limit}`.execute(db);
  return found;
}

/** The first condition is the one of the index, word for word: by it the database knows that the index holds all. */
function dueIn(table: OwedTable, now: Date): RawBuilder<boolean> {
  const at = now.toISOString();
  const isDue = sql<boolean>`owed.state not in ('held', 'sent', 'superseded', 'cancelled', 'expired', 'uncertain', 'dead')
    and case when owed.state = 'sending' then owed.lease_until <= ${at} or owed.lease_until > ${furthestLease(now)} else owed.due_at <= ${at} or owed.due_at > ${furthestDue(now)} end`;
  switch (table) {
    case 'posts':
      return sql`${isDue} and (owed.state = 'sending' or owed.shown < owed.wanted)`;
    case 'pointers':
      return sql`${isDue} and ${HAS_ITS_CARD}`;
    case 'notices':
    case 'digests':
      return isDue;
  }
}

/** There is something to reply to, or it is clear that there never will be. */
const HAS_ITS_CARD = sql<boolean>`exists (
  select 1 from posts where posts.channel = owed.channel and posts.story = owed.story
  and (posts.message is not null or posts.state in (${sql.join(ENDS)}))
)`;
