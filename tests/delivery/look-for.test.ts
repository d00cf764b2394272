import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { MessageId, Messenger } from '#channel/messenger.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import type { Post } from '#delivery/delivery.ts';
import { mustBeLookedFor } from '#delivery/look-for.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { openSettling } from '#delivery/settling.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { workspace } from '../contracts/sample-records.ts';
import { aCard, after, aPost, desk, longAtWork, NOON, talks } from './owed.ts';
import { type Script, scriptedMessenger } from './scripted-messenger.ts';

test('O13 a card sent while the clock was an hour ahead is found when the clock is right again', async () => {
  await using database = await openSqliteLedger({ file: ':memory:' });
  const { ledger } = database;
  const { id, platform } = { id: desk.workspace, platform: 'terminal' as const };
  await ledger.workspaces.save({ id, platform, name: 'Newsroom', languages: ['en'], zone: 'UTC' });
  await ledger.workspaces.saveChannel(desk);
  const { messenger, log } = scriptedMessenger({ create: () => 'lost' });
  // By the platform's own clock, which is right, it was sent at noon: a look at what came later does not show it.
  const platformOf: Messenger = {
    ...messenger,
    findByKey: (channel, key, since) =>
      since <= NOON ? messenger.findByKey(channel, key, since) : Promise.resolve({ kind: 'absent' }),
  };
  const deliverAt = (now: Date) =>
    deliverDue({
      ledger,
      messengers: new Map([['terminal', platformOf]]),
      clock: () => now,
      settling: longAtWork(() => now),
      random: () => 0.5,
      log: silentLog,
      metrics: silentMetrics,
    });

  const owed = { channel: desk, story: talks, card: aCard(), cardHash: 'first', changes: [], now: NOON };
  await oweCard(ledger.deliveries, owed);
  await deliverAt(after(HOUR_MS));
  await deliverAt(after(70 * MINUTE_MS));
  expect(log.filter((line) => line.startsWith('#desk'))).toHaveLength(1);
  expect(await ledger.deliveries.findPost(desk.id, talks)).toMatchObject({ state: 'sent' });
});

/** A card that another process was sending when it died, as one finds it that begins to work at noon. */
async function leftUnknown(left: Partial<Post>, script: Script = {}) {
  const database = await openSqliteLedger({ file: ':memory:' });
  const { ledger } = database;
  await ledger.workspaces.save(workspace({ id: desk.workspace }));
  await ledger.workspaces.saveChannel(desk);
  await ledger.deliveries.savePost(aPost(left));
  let watchMs = 0;
  let clockNow = NOON;
  const settling = openSettling(
    () => watchMs,
    () => clockNow,
  );
  const { messenger, log } = scriptedMessenger(script);
  return {
    ledger,
    log,
    messenger,
    /** By its own watch so long after it began to work, whatever its clock says by then. */
    deliverAfter: async (ms: number, now: Date) => {
      watchMs = ms;
      clockNow = now;
      await deliverDue({
        ledger,
        messengers: new Map([['terminal', messenger]]),
        clock: () => now,
        settling,
        random: () => 0.5,
        log: silentLog,
        metrics: silentMetrics,
      });
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test.each<[string, Partial<Post>]>([
  ['was being sent', { state: 'sending', leaseUntil: after(MINUTE_MS).toISOString() }],
  ['was to be looked for', { state: 'unknown', dueAt: after(30 * SECOND_MS).toISOString() }],
])(
  'O13 a card that %s before the clock was set an hour on is not taken for missing while it may not show',
  async (_, row) => {
    await using left = await leftUnknown({ ...row, firstSentAt: NOON.toISOString() });
    const { ledger, log, messenger, deliverAfter } = left;
    await deliverAfter(SECOND_MS, after(HOUR_MS));
    expect(log).toEqual([]);
    // What the dead process had sent arrives at last.
    await messenger.create(desk, aCard(), aPost().key);
    await deliverAfter(31 * SECOND_MS, after(HOUR_MS + 31 * SECOND_MS));
    expect(log).toHaveLength(1);
    expect(await ledger.deliveries.findPost(desk.id, talks)).toMatchObject({ state: 'sent' });
  },
);

test('what was sent a moment ago is not looked for when the clock is set on: it may not show yet', async () => {
  await using left = await leftUnknown({}, { create: () => ({ kind: 'unknown', detail: 'no answer' }) });
  const { ledger, deliverAfter } = left;
  await deliverAfter(HOUR_MS, after(0));
  await deliverAfter(HOUR_MS + SECOND_MS, after(HOUR_MS));
  expect(await ledger.deliveries.findPost(desk.id, talks)).toMatchObject({
    state: 'unknown',
    dueAt: after(HOUR_MS + 29 * SECOND_MS).toISOString(),
  });
});

test('a platform that takes a key once is trusted with it no longer than it says', async () => {
  const { messenger } = scriptedMessenger({ keyHoldsForMs: 2 * MINUTE_MS });
  const unknown = aPost({ state: 'unknown' });
  let watchMs = 0;
  const settling = openSettling(
    () => watchMs,
    () => NOON,
  );
  await settling.sending(unknown.key, () => Promise.resolve());
  const isLookedForAfter = (ms: number) => {
    watchMs = ms;
    return mustBeLookedFor(unknown, messenger, settling);
  };
  expect(isLookedForAfter(30 * SECOND_MS)).toBe(false);
  expect(isLookedForAfter(2 * MINUTE_MS)).toBe(true);
});

test('what was sent before the machine was suspended is looked for, though its own watch stood', async () => {
  let wasLooked = false;
  const script: Script = {
    keyHoldsForMs: MINUTE_MS,
    create: () => 'lost',
    find: () => {
      wasLooked = true;
      return { kind: 'found', message: 'm' as MessageId };
    },
  };
  await using left = await leftUnknown({}, script);
  const { ledger, log, deliverAfter } = left;
  await deliverAfter(HOUR_MS, NOON);
  await deliverAfter(HOUR_MS + 10 * SECOND_MS, after(30 * MINUTE_MS));
  await deliverAfter(HOUR_MS + 40 * SECOND_MS, after(31 * MINUTE_MS));
  expect(log).toHaveLength(1);
  expect(wasLooked).toBe(true);
  expect(await ledger.deliveries.findPost(desk.id, talks)).toMatchObject({ state: 'sent' });
});

test('O13 a platform is not trusted with a key that another process sent: nobody knows how long ago that was', () => {
  const { messenger } = scriptedMessenger({ keyHoldsForMs: 2 * MINUTE_MS });
  const unknown = aPost({ state: 'unknown', firstSentAt: NOON.toISOString() });
  expect(
    mustBeLookedFor(
      unknown,
      messenger,
      longAtWork(() => NOON),
    ),
  ).toBe(true);
});
