import type { Kysely } from 'kysely';
import type { Platform } from '#channel/channel.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';
import type { Notice } from '#delivery/notice.ts';
import type { ChannelId } from '#kernel/id.ts';
import { atomically } from './atomically.ts';
import { toDigest, toNotice, toPointer, toPost } from './delivery-rows.ts';
import { furthestDue } from './furthest-due.ts';
import { type FirstDue, listFirstDue, listFirstDueIn, type OwedTable } from './list-first-due.ts';
import { furthestLease } from './longest-lease.ts';
import type { DigestTable, NoticeTable, PointerTable, PostTable, Tables } from './schema.ts';

/** How much is claimed, and for how long it is the claimer's. */
export type Claim = { readonly now: Date; readonly leaseMs: number; readonly limit: number };

/** `claimPosts` of the delivery store. */
export function claimPosts(db: Kysely<Tables>, claim: Claim): Promise<readonly Post[]> {
  return atomically(db, async (db) => {
    const keys = await nextOfEachChannel(db, 'posts', claim);
    if (keys.length === 0) return [];
    const rows = await db
      .selectFrom('posts')
      .selectAll()
      .where('key', 'in', keys)
      .orderBy('plannedAt')
      .orderBy('key')
      .execute();
    await markSending(db, 'posts', keys, claim);
    return rows.map((row) => toPost(asClaimed(row, claim)));
  });
}

/** `claimPointers` of the delivery store. */
export function claimPointers(db: Kysely<Tables>, claim: Claim): Promise<readonly Pointer[]> {
  return atomically(db, async (db) => {
    const keys = await nextOfEachChannel(db, 'pointers', claim);
    if (keys.length === 0) return [];
    const rows = await db
      .selectFrom('pointers')
      .selectAll()
      .where('key', 'in', keys)
      .orderBy('plannedAt')
      .orderBy('key')
      .execute();
    await markSending(db, 'pointers', keys, claim);
    return rows.map((row) => toPointer(asClaimed(row, claim)));
  });
}

/** `claim` of the notice store. */
export function claimNotices(db: Kysely<Tables>, claim: Claim): Promise<readonly Notice[]> {
  return atomically(db, async (db) => {
    const keys = await nextOfEachChannel(db, 'notices', claim);
    if (keys.length === 0) return [];
    const rows = await db.selectFrom('notices').selectAll().where('key', 'in', keys).execute();
    await markSending(db, 'notices', keys, claim);
    return rows.map((row) => toNotice(asClaimed(row, claim)));
  });
}

/** `claim` of the digest store. */
export function claimDigests(db: Kysely<Tables>, claim: Claim): Promise<readonly Digest[]> {
  return atomically(db, async (db) => {
    const keys = await nextOfEachChannel(db, 'digests', claim);
    if (keys.length === 0) return [];
    const rows = await db.selectFrom('digests').selectAll().where('key', 'in', keys).execute();
    await markSending(db, 'digests', keys, claim);
    return rows.map((row) => toDigest(asClaimed(row, claim)));
  });
}

/**
 * The first due one of each channel where nothing is on its way, and nothing of another kind was planned before it: what
 * comes next waits, so that order holds. Nothing of a channel that is stopped, and of a whole platform that may be tried
 * again one thing only.
 */
async function nextOfEachChannel(
  db: Kysely<Tables>,
  table: OwedTable,
  { now, limit }: Claim,
): Promise<readonly DeliveryKey[]> {
  const taken = await listBusyChannels(db, now);
  const { closed, triedTogether } = await listStopped(db, now);
  const mayBePassedOver = taken.size + closed.size + triedTogether.size;
  const due = await listFirstDue(db, table, now, limit + mayBePassedOver);
  const open = due.filter(({ channel }) => !taken.has(channel) && !closed.has(channel));
  const late = await listPlannedAfter(db, table, open, now);
  const keys: DeliveryKey[] = [];
  for (const { key, channel } of open) {
    if (keys.length === limit) break;
    if (taken.has(channel) || late.has(channel)) continue;
    const group = triedTogether.get(channel) ?? [channel];
    if (group.some((one) => taken.has(one))) continue;
    taken.add(channel);
    keys.push(key);
  }
  return keys;
}

/** What is due at one moment is sent in this order: a card before what is said below it. */
const KINDS: readonly OwedTable[] = ['posts', 'pointers', 'digests', 'notices'];

/** The channels of these in which something of another kind is due that was planned before. */
async function listPlannedAfter(
  db: Kysely<Tables>,
  table: OwedTable,
  due: readonly FirstDue[],
  now: Date,
): Promise<ReadonlySet<ChannelId>> {
  const late = new Set<ChannelId>();
  if (due.length === 0) return late;
  const plannedAt = new Map(due.map((one) => [one.channel, one.plannedAt]));
  for (const other of KINDS.filter((kind) => kind !== table)) {
    const goesFirst = KINDS.indexOf(other) < KINDS.indexOf(table);
    for (const before of await listFirstDueIn(db, other, [...plannedAt.keys()], now)) {
      const ours = plannedAt.get(before.channel) ?? '';
      if (before.plannedAt < ours || (goesFirst && before.plannedAt === ours)) late.add(before.channel);
    }
  }
  return late;
}

type StoppedChannels = {
  readonly closed: ReadonlySet<ChannelId>;
  /** All channels of a platform that refused, by each of them: one try says it for all. */
  readonly triedTogether: ReadonlyMap<ChannelId, readonly ChannelId[]>;
};

async function listStopped(db: Kysely<Tables>, now: Date): Promise<StoppedChannels> {
  const at = now.toISOString();
  const stops = await db.selectFrom('stops').select(['channel', 'platform', 'kind', 'until']).execute();
  const closed = new Set<ChannelId>();
  const triedTogether = new Map<ChannelId, readonly ChannelId[]>();
  for (const { channel, platform, kind, until } of stops) {
    // A stop that is to last longer than any was noted by a clock that ran ahead.
    const isClosed = until > at && until <= furthestDue(now);
    if (!isClosed && (kind === 'busy' || platform === null)) continue;
    const channels =
      platform === null ? [channel].filter((id) => id !== null) : await channelsOn(db, platform);
    for (const id of channels) {
      if (isClosed) closed.add(id);
      else triedTogether.set(id, channels);
    }
  }
  return { closed, triedTogether };
}

async function channelsOn(db: Kysely<Tables>, platform: Platform): Promise<readonly ChannelId[]> {
  const rows = await db.selectFrom('channels').select('id').where('platform', '=', platform).execute();
  return rows.map(({ id }) => id);
}

/** Something of theirs is under way. */
async function listBusyChannels(db: Kysely<Tables>, now: Date): Promise<Set<ChannelId>> {
  const busyIn = (table: OwedTable) =>
    db
      .selectFrom(table)
      .select('channel')
      .where('state', '=', 'sending')
      .where('leaseUntil', '>', now.toISOString())
      .where('leaseUntil', '<=', furthestLease(now));
  const rows = await busyIn('posts')
    .union(busyIn('pointers'))
    .union(busyIn('notices'))
    .union(busyIn('digests'))
    .execute();
  return new Set(rows.map(({ channel }) => channel));
}

async function markSending(
  db: Kysely<Tables>,
  table: OwedTable,
  keys: readonly DeliveryKey[],
  claim: Claim,
): Promise<void> {
  await db
    .updateTable(table)
    .set((eb) => ({
      state: 'sending',
      leaseUntil: leaseEnd(claim),
      firstSentAt: eb.fn.coalesce('firstSentAt', eb.val(claim.now.toISOString())),
    }))
    .where('key', 'in', keys)
    .execute();
}

/** What the claimer gets: the lease, and whether it may send at once or must first look whether that has been done. */
function asClaimed<Row extends PostTable | PointerTable | NoticeTable | DigestTable>(
  row: Row,
  claim: Claim,
): Row {
  return {
    ...row,
    state: row.state === 'pending' ? 'pending' : 'unknown',
    leaseUntil: leaseEnd(claim),
    firstSentAt: row.firstSentAt ?? claim.now.toISOString(),
  };
}

const leaseEnd = ({ now, leaseMs }: Claim): string => new Date(now.getTime() + leaseMs).toISOString();
