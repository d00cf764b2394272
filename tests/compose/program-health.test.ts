import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { type Depends, programHealth } from '#compose/program-health.ts';
import { feedIdOf } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { OutletId } from '#feed/outlet.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const URL_OF_FEED = 'https://courier.example/feed';
const feed = { id: feedIdOf(URL_OF_FEED), url: URL_OF_FEED, outlet: 'courier' as OutletId };

const wellOf = async (depends: Depends, now = NOW) =>
  Object.fromEntries((await programHealth(depends, now)).map(({ name, isWell }) => [name, isWell]));

async function running() {
  const database = await openSqliteLedger({ file: ':memory:' });
  await database.ledger.feeds.register([newFeedRecord(feed, NOW)]);
  await database.lease.take('me', NOW, MINUTE_MS);
  const { ledger, lease } = database;
  return {
    depends: { ledger, lease, holder: 'me', isWritten: true, platforms: [] },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test('a program that holds its lease and reads its feeds is ready', async () => {
  await using at = await running();
  expect(await wellOf(at.depends)).toEqual({ database: true, lease: true, feeds: true, beat: true });
});

test('each part says by itself that it is not well', async () => {
  await using at = await running();
  const later = new Date(NOW.getTime() + 2 * 60 * MINUTE_MS);
  expect(await wellOf({ ...at.depends, holder: 'another' })).toMatchObject({ lease: false, database: true });
  expect(await wellOf(at.depends, later)).toMatchObject({ lease: false, beat: false });
  expect(await wellOf({ ...at.depends, isWritten: false })).toMatchObject({ database: false, lease: true });
  const platforms = [{ platform: 'slack', problem: 'a token that must not be told' }] as const;
  const told = await programHealth({ ...at.depends, platforms }, NOW);
  expect(told.at(-1)).toEqual({ name: 'slack', isWell: false, detail: 'not connected' });
});

test('a database that does not answer is said, not thrown', async () => {
  await using at = await running();
  const lease = { current: () => Promise.reject(new Error('postgres://ana:secret@db')) };
  const told = await programHealth({ ...at.depends, lease }, NOW);
  expect(told).toEqual([{ name: 'database', isWell: false, detail: 'does not answer' }]);
});
