import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteLedger, type SqliteLedger } from '#adapters/database/sqlite.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import { newPointer } from '#delivery/plan-pointers.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { type Metrics, silentMetrics } from '#kernel/metrics.ts';
import type { StoryId } from '#story/story.ts';
import { after, aPost, desk, longAtWork, NOON, talks } from './owed.ts';
import { scriptedMessenger } from './scripted-messenger.ts';

let folder: string;
let database: SqliteLedger;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-waiting-'));
  database = await openSqliteLedger({ file: join(folder, 'readout.db') });
  const { workspaces, stops } = database.ledger;
  const view = { languages: ['en'], zone: 'UTC' };
  await workspaces.save({ id: desk.workspace, platform: 'terminal', name: 'Newsroom', ...view });
  await workspaces.saveChannel(desk);
  await stops.save({
    channel: desk.id,
    kind: 'refused',
    since: NOON.toISOString(),
    until: after(150 * HOUR_MS).toISOString(),
    refusals: 9,
    reason: 'not-in-channel',
  });
});

afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** One round of delivery so many hours after noon, in a channel that is stopped all the time. */
async function roundAfter(hours: number, metrics: Metrics = silentMetrics): Promise<void> {
  const now = after(hours * HOUR_MS);
  await deliverDue({
    ledger: database.ledger,
    messengers: new Map([['terminal', scriptedMessenger().messenger]]),
    clock: () => now,
    settling: longAtWork(() => now),
    random: () => 0.5,
    log: silentLog,
    metrics,
  });
}

const stateOf = async ({ key }: Post | Pointer) => (await database.ledger.owed.find(key))?.row.state;
const standing = { message: 'm' as MessageId, postedAt: NOON.toISOString(), shown: 1, wanted: 2 };

test.each<[string, Partial<Post>, number, Post['state']]>([
  ['a card that was never sent ends after twelve hours', {}, 12, 'expired'],
  ['an edit of a card that stands ends after three days', standing, 72, 'expired'],
  [
    'a card that may have arrived is uncertain after three days',
    { state: 'unknown', firstSentAt: NOON.toISOString() },
    72,
    'uncertain',
  ],
  [
    'a card whose sender is gone is uncertain after three days',
    { state: 'sending', firstSentAt: NOON.toISOString(), leaseUntil: after(60_000).toISOString() },
    72,
    'uncertain',
  ],
  ['a card that was sent again before is uncertain after twelve hours', { repeats: 1 }, 12, 'uncertain'],
])('%s', async (_, differing, hours, state) => {
  const post = aPost(differing);
  await database.ledger.deliveries.savePost(post);
  await roundAfter(hours - 1);
  expect(await stateOf(post)).toBe(post.state);
  await roundAfter(hours + 1);
  expect(await stateOf(post)).toBe(state);
});

test.each([
  ['side-spoke:s', 12],
  ['denied:s', 72],
])('a line that says %s ends after %i hours', async (change, hours) => {
  await database.ledger.deliveries.savePost(aPost({ ...standing, state: 'sent', wanted: 1 }));
  const line = [{ kind: 'text', text: 'So it is.' } as const];
  const pointer = newPointer({ channel: desk, story: talks, change, line, now: NOON });
  await database.ledger.deliveries.savePointer(pointer);
  await roundAfter(hours - 1);
  expect(await stateOf(pointer)).toBe('pending');
  await roundAfter(hours + 1);
  expect(await stateOf(pointer)).toBe('expired');
});

test('news ends in its time, however many edits wait before it', async () => {
  const { deliveries } = database.ledger;
  for (let place = 0; place < 201; place += 1) {
    const name = `edit ${place}`;
    await deliveries.savePost(
      aPost({
        ...standing,
        key: name as DeliveryKey,
        story: name as StoryId,
        plannedAt: after(-HOUR_MS).toISOString(),
      }),
    );
  }
  const news = aPost();
  await deliveries.savePost(news);
  await roundAfter(13);
  expect(await stateOf(news)).toBe('expired');
  expect((await deliveries.countStates()).posts).toEqual({ expired: 1, pending: 201 });
});

/** What the operator counts of one such round. */
async function countedAfter(hours: number): Promise<readonly unknown[]> {
  const counted: unknown[] = [];
  await roundAfter(hours, { ...silentMetrics, count: (...one) => void counted.push(one) });
  return counted;
}

test.each<[string, Partial<Post>, number]>([
  ['card', {}, 13],
  ['edit', standing, 73],
])('%s is what it is counted as, where it ends by waiting', async (kind, differing, hours) => {
  await database.ledger.deliveries.savePost(aPost(differing));
  expect(await countedAfter(hours)).toEqual([['readout_deliveries_total', 1, { kind, end: 'ended' }]]);
});

test('a line that ends by waiting is counted as a pointer, as one that is said', async () => {
  await database.ledger.deliveries.savePost(aPost({ ...standing, state: 'sent', wanted: 1 }));
  const line = [{ kind: 'text', text: 'So it is.' } as const];
  const said = { channel: desk, story: talks, change: 'side-spoke:s', line, now: NOON };
  await database.ledger.deliveries.savePointer(newPointer(said));
  const ended = { kind: 'pointer', end: 'ended' };
  expect(await countedAfter(13)).toEqual([['readout_deliveries_total', 1, ended]]);
});

test('no row is left without an end after four days, whatever it waits for', async () => {
  const { deliveries } = database.ledger;
  const states = ['pending', 'unknown', 'sending'] as const;
  const posts = states.flatMap((state) => [
    aPost({ state, key: `new ${state}` as DeliveryKey, story: `new ${state}` as StoryId }),
    aPost({ ...standing, state, key: `old ${state}` as DeliveryKey, story: `old ${state}` as StoryId }),
  ]);
  for (const post of posts) await deliveries.savePost(post);
  await roundAfter(96);
  expect((await deliveries.countStates()).posts).toEqual({ expired: 4, uncertain: 2 });
});
