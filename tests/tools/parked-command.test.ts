import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ArticleId } from '#article/article.ts';
import { type Feed, feedIdOf } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { OutletId } from '#feed/outlet.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { configFolder } from '../config/small-config.ts';
import { article } from '../contracts/sample-records.ts';
import { type Run, runProgram } from './readout-process.ts';

const COURIER_URL = 'https://courier.example/feed';
const courier: Feed = { id: feedIdOf(COURIER_URL), url: COURIER_URL, outlet: 'courier' as OutletId };

/** A database in which two reports of The Courier and one of The Palace are held back. */
async function afterFlood() {
  const folder = await mkdtemp(join(tmpdir(), 'readout-parked-'));
  const config = configFolder();
  const file = join(folder, 'readout.sqlite');
  const now = new Date();
  await using database = await openSqliteLedger({ file });
  const { feeds, articles } = database.ledger;
  await feeds.save({ ...newFeedRecord(courier, now), parkedSince: now.toISOString() });
  for (const [id, outlet] of [
    ['c1', 'courier'],
    ['c2', 'courier'],
    ['p1', 'palace'],
  ] as const) {
    const seenAt = now.toISOString();
    const told = { feed: courier.id, outlet: outlet as OutletId, title: `Report ${id}` };
    await articles.save(article({ ...told, id: id as ArticleId, publishedAt: seenAt, seenAt }), 'parked');
  }
  return {
    readout: (...words: readonly string[]): Promise<Run> =>
      runProgram(words, { environment: { READOUT_CONFIG: config.path, READOUT_DATABASE: file } }),
    open: () => openSqliteLedger({ file }),
    async [Symbol.asyncDispose]() {
      config[Symbol.dispose]();
      await rm(folder, { recursive: true });
    },
  };
}

test('parked lists what is held back, by outlet, with titles and what to do', async () => {
  await using at = await afterFlood();
  const { status, output } = await at.readout('parked');
  expect(output).toContain('The Courier (courier): 2 articles, such as\n  Report c1\n  Report c2\n');
  expect(output).toContain('The Palace (palace): 1 article, such as\n  Report p1\n');
  expect(output).toContain('readout parked release');
  expect(status).toBe(0);
});

test('a release carries what one outlet brought, and leaves the others', async () => {
  await using at = await afterFlood();
  const { status, output } = await at.readout('parked', 'release', 'the', 'courier');
  expect(output).toContain('The Courier: 2 released.');
  expect(status).toBe(0);
  await using database = await at.open();
  const { articles, feeds, stories } = database.ledger;
  expect(await articles.countInState('parked')).toEqual(new Map([['palace', 1]]));
  expect(await feeds.find(courier.id)).not.toHaveProperty('parkedSince');
  expect(await stories.count()).toBeGreaterThan(0);
});

test('a drop deletes all that is held back', async () => {
  await using at = await afterFlood();
  const { status, output } = await at.readout('parked', 'drop');
  expect(output).toContain('The Courier: 2 dropped.');
  expect(output).toContain('The Palace: 1 dropped.');
  expect(status).toBe(0);
  expect((await at.readout('parked')).output).toBe('Nothing is held back.\n');
});

test.each(['release', 'drop'])('a %s is refused with its remedy while a Readout runs', async (verdict) => {
  await using at = await afterFlood();
  await using database = await at.open();
  await database.lease.take('another', new Date(), MINUTE_MS);
  const { status, complaint } = await at.readout('parked', verdict);
  expect(complaint).toContain('A running Readout works with this database.');
  expect(complaint).toContain('→ Stop it first');
  expect(status).toBe(78);
  expect((await database.ledger.articles.countInState('parked')).size).toBe(2);
});

test('an outlet of which nothing is held back, and a word that is off, are told', async () => {
  await using at = await afterFlood();
  expect((await at.readout('parked', 'drop', 'Morning', 'Post')).complaint).toContain(
    'Nothing is held back of “Morning Post”.',
  );
  const { status, complaint } = await at.readout('parked', 'relase');
  expect(complaint).toContain('parked [release [OUTLET] | drop [OUTLET]]');
  expect(status).toBe(64);
});
