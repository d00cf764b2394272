import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from './readout-process.ts';

/** Nothing listens on port 1 of this machine. */
const DATABASE_URL = 'postgres://desk:hush-hush@127.0.0.1:1/readout';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-address-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...words: readonly string[]) =>
  runProgram(words, { environment: { DATABASE_URL, READOUT_DATABASE: join(folder, 'readout.db') } });

test('a PostgreSQL that does not answer ends a start with a status that means: try again', async () => {
  const { status, complaint } = await run();
  expect(status).toBe(75);
  expect(complaint).toContain('The database readout at 127.0.0.1:1 does not answer.');
  expect(complaint).not.toContain('hush');
});

test('check says where it looked for PostgreSQL, and what to do', async () => {
  const { status, output } = await run('check', '--offline');
  expect(status).toBe(78);
  expect(output).toContain('✗ database: The database readout at 127.0.0.1:1 does not answer.');
  expect(output).toContain('DATABASE_URL');
  expect(output).not.toContain('hush');
});
