import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { loopbackServer } from '../adapters/http/loopback-server.ts';
import { runProgram } from '../tools/readout-process.ts';
import { aHost, type Host, onLoopback } from './a-host.ts';

const NOBODY = { courier: 'https://courier.example/feed' };

async function makeDatabase({ database }: Host): Promise<void> {
  await using opened = await openSqliteLedger({ file: database });
  await opened.ledger.feeds.retainOnly([]);
}

/** Starts it, and expects that it ends with 78, these words and a remedy, and no stack. */
async function expectRefusal(
  { environment }: Host,
  message: RegExp,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { status, output, complaint } = await runProgram([], { environment: { ...environment, ...more } });
  expect(complaint).toMatch(message);
  expect(complaint).toMatch(/\n {4}→ \S/);
  expect(complaint).not.toMatch(/\n\s+at /);
  expect({ status, output }).toEqual({ status: 78, output: '' });
}

describe('a start that cannot be', () => {
  test('is refused for a setting that nothing knows', async () => {
    await using host = aHost(NOBODY, 'colour: red\n');
    await expectRefusal(host, /readout\.yaml:2\n.*nothing here is called “colour”/);
  });

  test('is refused where the disk is thrown away with the process', async () => {
    await using host = aHost(NOBODY);
    writeFileSync(`${host.environment['READOUT_CONFIG']}/readout.yaml`, 'zone: UTC\n');
    await expectRefusal(host, /would be lost with the process/, { DYNO: 'worker.1' });
  });

  test('is refused for a database that a newer version wrote', async () => {
    await using host = aHost(NOBODY);
    await makeDatabase(host);
    using database = new DatabaseSync(host.database);
    database.exec("insert into schema_versions (version, name, at) values (999, 'later', '2030-01-01')");
    await expectRefusal(host, /The database has version 999; this Readout knows versions up to \d+/);
  });

  test('is refused for a damaged database, which is left as it is', async () => {
    await using host = aHost(NOBODY);
    await makeDatabase(host);
    await using file = await open(host.database, 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size - 4_096, 0x5a), 0, undefined, 4_096);
    await expectRefusal(host, /is damaged/);
    expect((await file.stat()).size).toBe(size);
  });

  test('is refused for a database that another program holds', async () => {
    await using host = aHost(NOBODY);
    await makeDatabase(host);
    using other = new DatabaseSync(host.database);
    other.exec('pragma locking_mode = exclusive; begin exclusive; create table held (id)');
    await expectRefusal(host, /Another program holds the database/);
  });

  test('is refused for a port that is taken', async () => {
    await using other = await loopbackServer((_request, response) => response.end());
    await using host = aHost(NOBODY, `web: { port: ${other.port} }\n`);
    await expectRefusal(host, /127\.0\.0\.1:\d+ cannot be listened at \(EADDRINUSE\)/);
  });

  test('is not one where only a feed is wrong', async () => {
    await using host = aHost({ courier: 'http://127.0.0.1:9/feed' }, onLoopback());
    const instance = host.start();
    await instance.log.until('program.ready');
    expect(await instance.end()).toBe(0);
  });
});
