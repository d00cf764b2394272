import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { configFolder } from '../config/small-config.ts';
import { workspace } from '../contracts/sample-records.ts';
import { type Run, runProgram } from './readout-process.ts';

/** A database that knows one workspace. */
async function aDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'readout-backup-'));
  const config = configFolder();
  const file = join(folder, 'readout.sqlite');
  const open = () => openSqliteLedger({ file });
  {
    await using database = await open();
    await database.ledger.workspaces.save(workspace({ name: 'before' }));
  }
  return {
    copy: join(folder, 'copy.sqlite'),
    folder,
    open,
    /** As a newer Readout leaves the database, which this one cannot open. */
    becomeNewer() {
      using database = new DatabaseSync(file);
      database.exec("insert into schema_versions values (9999, 'a later step', '2031-01-01T00:00:00.000Z')");
    },
    readout: (...words: readonly string[]): Promise<Run> =>
      runProgram(words, { environment: { READOUT_CONFIG: config.path, READOUT_DATABASE: file } }),
    [Symbol.dispose]() {
      config[Symbol.dispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

test('a backup is taken while the database is in use, and a restore puts it back and keeps what stood there', async () => {
  using at = await aDatabase();
  {
    await using database = await at.open();
    await database.lease.take('another', new Date(), MINUTE_MS);
    expect((await at.readout('backup', at.copy)).status).toBe(0);
    const refused = await at.readout('restore', at.copy);
    expect(refused.status).toBe(78);
    expect(refused.complaint).toContain('A running Readout works with this database.');
    await database.lease.release('another');
    await database.ledger.workspaces.save(workspace({ name: 'after' }));
  }
  const { status, output } = await at.readout('restore', at.copy);
  expect(status).toBe(0);
  expect(output).toContain('What stood there is kept: ');
  await using database = await at.open();
  expect((await database.ledger.workspaces.find(workspace().id))?.name).toBe('before');
  expect(await database.ledger.restores.latest()).toBeDefined();
  const kept = readdirSync(at.folder).find((name) => /\.before-restore-[\dTZ-]+$/.test(name));
  await using old = await openSqliteLedger({ file: join(at.folder, kept ?? 'none') });
  expect((await old.ledger.workspaces.find(workspace().id))?.name).toBe('after');
});

test('going back waits until the newer program that runs has ended, and changes nothing before', async () => {
  using at = await aDatabase();
  expect((await at.readout('backup', at.copy)).status).toBe(0);
  await using running = await at.open();
  await running.lease.take('the newer one', new Date(), MINUTE_MS);
  at.becomeNewer();
  const refused = await at.readout('restore', at.copy);
  expect(refused.complaint).toContain('A running Readout works with this database.');
  expect(refused.status).toBe(78);
  expect(readdirSync(at.folder).filter((name) => name.includes('.before-restore-'))).toEqual([]);
  expect((await running.lease.current())?.holder).toBe('the newer one');

  await running.lease.release('the newer one');
  await running[Symbol.asyncDispose]();
  expect((await at.readout('restore', at.copy)).status).toBe(0);
  await using database = await at.open();
  expect((await database.ledger.workspaces.find(workspace().id))?.name).toBe('before');
});

test('what is no database of a Readout is nobody’s, and a copy takes its place', async () => {
  using at = await aDatabase();
  expect((await at.readout('backup', at.copy)).status).toBe(0);
  for (const part of ['', '-wal', '-shm']) rmSync(join(at.folder, `readout.sqlite${part}`), { force: true });
  writeFileSync(join(at.folder, 'readout.sqlite'), 'not a database, but something stands here');
  expect((await at.readout('restore', at.copy)).status).toBe(0);
  await using database = await at.open();
  expect((await database.ledger.workspaces.find(workspace().id))?.name).toBe('before');
});

test('a backup onto the database itself is refused, also by another name, and harms nothing', async () => {
  using at = await aDatabase();
  symlinkSync(join(at.folder, 'readout.sqlite'), at.copy);
  await using database = await at.open();
  for (const target of [join(at.folder, 'readout.sqlite'), at.copy]) {
    const { status, complaint } = await at.readout('backup', target);
    expect(status).toBe(78);
    expect(complaint).toContain('is the database itself');
  }
  expect((await database.ledger.workspaces.find(workspace().id))?.name).toBe('before');
});

test('a file that is no copy is refused, and the database is left as it is', async () => {
  using at = await aDatabase();
  writeFileSync(at.copy, 'not a database');
  const { status, complaint } = await at.readout('restore', at.copy);
  expect(status).toBe(78);
  expect(complaint).toContain('Take a file that “readout backup” wrote.');
  expect(existsSync(join(at.folder, 'readout.sqlite.restoring'))).toBe(false);
  await using database = await at.open();
  expect((await database.ledger.workspaces.find(workspace().id))?.name).toBe('before');
});

test('a database that other means put back is told so', async () => {
  using at = await aDatabase();
  const { status, output } = await at.readout('restore', '--done');
  expect(status).toBe(0);
  expect(output).toContain('Restored as it was at ');
  await using database = await at.open();
  expect(await database.ledger.restores.latest()).toBeDefined();
  expect(await database.lease.current()).toBeUndefined();
});
