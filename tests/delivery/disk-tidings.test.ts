import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { diskTidings } from '#delivery/disk-tidings.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const MEGABYTE = 1_000_000;

const toldOf = async (freeMegabytes: number, databaseMegabytes: number) => {
  await using database = await openSqliteLedger({ file: ':memory:' });
  const disk = { freeBytes: freeMegabytes * MEGABYTE, databaseBytes: databaseMegabytes * MEGABYTE };
  return await diskTidings(disk, { workspaces: database.ledger.workspaces, now: NOW });
};

test('a disk with room for days of news and for a copy of the database is no tidings', async () => {
  expect(await toldOf(301, 20)).toBeUndefined();
  expect(await toldOf(2_000, 1_900)).toBeUndefined();
});

test('a disk that is nearly full, or has no room for the copy of an upgrade, is told once a day', async () => {
  const told = await toldOf(180, 20);
  expect(told?.about).toBe('disk:2026-03-01');
  expect(JSON.stringify(told?.line)).toContain('180 MB are free');
  expect(await toldOf(1_800, 1_900)).toBeDefined();
});
