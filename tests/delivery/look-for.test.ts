import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { Messenger } from '#channel/messenger.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { mustBeLookedFor } from '#delivery/look-for.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { aCard, after, aPost, desk, NOON, talks } from './owed.ts';
import { scriptedMessenger } from './scripted-messenger.ts';

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

test('a platform that takes a key once is trusted with it no longer than it says', () => {
  const { messenger } = scriptedMessenger({ keyHoldsForMs: 2 * MINUTE_MS });
  const unknown = aPost({ state: 'unknown', firstSentAt: NOON.toISOString() });
  const isLookedForAt = (ms: number) => mustBeLookedFor(unknown, messenger, after(ms));
  expect(isLookedForAt(30 * SECOND_MS)).toBe(false);
  expect(isLookedForAt(2 * MINUTE_MS)).toBe(true);
});

test('O13 a platform is not trusted with a key that was sent in the future: the clock was set back', () => {
  const { messenger } = scriptedMessenger({ keyHoldsForMs: 2 * MINUTE_MS });
  const unknown = aPost({ state: 'unknown', firstSentAt: after(HOUR_MS).toISOString() });
  expect(mustBeLookedFor(unknown, messenger, after(MINUTE_MS))).toBe(true);
});
