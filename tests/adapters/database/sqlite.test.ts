import { mkdtemp, open as openFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import { MIGRATIONS, type Migration } from '#adapters/database/migrations.ts';
import { openSqliteLedger, type SqliteLedger, type SqliteOptions } from '#adapters/database/sqlite.ts';
import type { ArticleId } from '#article/article.ts';
import { article, feedRecord } from '../../contracts/sample-records.ts';
import { killWhileCommitting } from '../../faults/killed-while-committing.ts';

/** SQLite's usual size. */
const PAGE_BYTES = 4096;

let folder = '';
let file = '';
const opened: SqliteLedger[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-'));
  file = join(folder, 'readout.db');
});

afterEach(async () => {
  for (const database of opened.splice(0)) await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function open(options: Partial<SqliteOptions> = {}): Promise<SqliteLedger> {
  const database = await openSqliteLedger({ file, ...options });
  opened.push(database);
  return database;
}

async function closeAll(): Promise<void> {
  for (const database of opened.splice(0)) await database[Symbol.asyncDispose]();
}

/** What was refused, as people are told it. */
async function problemOf(work: Promise<unknown>): Promise<DatabaseProblem> {
  const problem: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (problem instanceof DatabaseProblem) return problem;
  throw new Error('No database problem was told.', { cause: problem });
}

describe('keeping', () => {
  test('a restart keeps everything', async () => {
    const { ledger } = await open();
    await ledger.feeds.save(feedRecord());
    await ledger.articles.save(article(), 'read');
    await closeAll();
    const reopened = await open();
    expect(await reopened.ledger.feeds.listAll()).toEqual([feedRecord()]);
    expect(await reopened.ledger.articles.find(article().id)).toEqual(article());
  });

  test('the size counts what is not yet folded into the main file', async () => {
    const database = await open();
    const before = await database.sizeInBytes();
    await database.ledger.articles.save(article({ text: 'long '.repeat(100_000) }), 'read');
    expect(await database.sizeInBytes()).toBeGreaterThan(before + 400_000);
  });

  test('a process killed at any moment loses nothing it has told as committed, and leaves nothing half', async () => {
    const told = await killWhileCommitting(file);
    expect(told.length).toBeGreaterThanOrEqual(60);
    const { ledger } = await open();
    const ids = told.map((number) => `article-${number}` as ArticleId);
    expect(await ledger.articles.findMany(ids)).toHaveLength(ids.length);
    expect(countRows('seen_keys')).toBe((await ledger.articles.count()).articles);
  });
});

describe('copying', () => {
  test('a copy holds what is committed, without a transaction that is still open', async () => {
    const database = await open();
    const target = join(folder, 'copy.db');
    await database.ledger.feeds.save(feedRecord());
    await database.ledger.transaction(async ({ articles }) => {
      await articles.save(article(), 'read');
      await database.copyTo(target);
    });
    const copy = await open({ file: target });
    expect(await copy.ledger.feeds.listAll()).toEqual([feedRecord()]);
    expect(await copy.ledger.articles.find(article().id)).toBeUndefined();
  });

  test('a copy replaces the earlier one and leaves nothing beside it', async () => {
    const database = await open();
    const target = join(folder, 'copy.db');
    await database.copyTo(target);
    await database.ledger.feeds.save(feedRecord());
    await database.copyTo(target);
    const copy = await open({ file: target });
    expect(await copy.ledger.feeds.listAll()).toHaveLength(1);
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});

describe('migrating', () => {
  const nextStep: Migration = {
    name: '9999-next',
    up: (db) => db.schema.createTable('nextTable').addColumn('id', 'text').execute(),
  };
  const failingStep: Migration = {
    name: '9999-failing',
    async up(db, words) {
      await nextStep.up(db, words);
      throw new Error('killed half-way');
    },
  };
  const copyName = `readout.db.before-version-${MIGRATIONS.length + 1}`;

  test('a database that holds something is copied before it is changed', async () => {
    const { ledger } = await open();
    await ledger.feeds.save(feedRecord());
    await closeAll();
    const { upgrades } = await open({ migrations: [...MIGRATIONS, nextStep] });
    const upgrade = await upgrades.untold();
    expect(upgrade).toMatchObject({ from: MIGRATIONS.length, to: MIGRATIONS.length + 1 });
    expect(upgrade?.copy).toMatch(new RegExp(`${copyName}$`));
    await closeAll();
    const copy = await open({ file: join(folder, copyName) });
    expect(await copy.ledger.feeds.listAll()).toEqual([feedRecord()]);
  });

  test('an update that a tool made is told by the program that starts later, once', async () => {
    await open();
    await closeAll();
    await open({ migrations: [...MIGRATIONS, nextStep] });
    await closeAll();
    const later = await open({ migrations: [...MIGRATIONS, nextStep] });
    expect(await later.upgrades.untold()).toMatchObject({ from: MIGRATIONS.length });
    await later.upgrades.told();
    expect(await later.upgrades.untold()).toBeUndefined();
  });

  test('an update that failed and was taken further is told as one', async () => {
    await open();
    await closeAll();
    await expect(open({ migrations: [...MIGRATIONS, failingStep] })).rejects.toThrow('killed half-way');
    const { upgrades } = await open({
      migrations: [...MIGRATIONS, nextStep, { ...nextStep, up: async () => {} }],
    });
    expect(await upgrades.untold()).toMatchObject({ from: MIGRATIONS.length, to: MIGRATIONS.length + 2 });
  });

  test('an update that was torn between two steps keeps the copy from before the first, and the way back with it', async () => {
    const { ledger } = await open();
    await ledger.feeds.save(feedRecord());
    await closeAll();
    await expect(open({ migrations: [...MIGRATIONS, nextStep, failingStep] })).rejects.toThrow();
    const repairedStep = { ...failingStep, up: () => Promise.resolve() };
    const { upgrades } = await open({ migrations: [...MIGRATIONS, nextStep, repairedStep] });
    const { from, copy = '' } = (await upgrades.untold()) ?? {};
    expect(from).toBe(MIGRATIONS.length);
    await closeAll();
    const back = await open({ file: copy });
    expect(await back.ledger.feeds.listAll()).toEqual([feedRecord()]);
  });

  test('an update that did not get to its first step is copied anew: more may have come to the database since', async () => {
    await open();
    await closeAll();
    await expect(open({ migrations: [...MIGRATIONS, failingStep] })).rejects.toThrow();
    const { ledger } = await open();
    await ledger.feeds.save(feedRecord());
    await closeAll();
    const { upgrades } = await open({ migrations: [...MIGRATIONS, nextStep] });
    const { copy = '' } = (await upgrades.untold()) ?? {};
    await closeAll();
    const back = await open({ file: copy });
    expect(await back.ledger.feeds.listAll()).toEqual([feedRecord()]);
  });

  test('the way back is to what ran last, past a version that only a tool was run of', async () => {
    const { ledger } = await open();
    await ledger.feeds.save(feedRecord());
    await closeAll();
    await open({ migrations: [...MIGRATIONS, nextStep] });
    await closeAll();
    const lastStep = { ...nextStep, up: () => Promise.resolve() };
    const { upgrades } = await open({ migrations: [...MIGRATIONS, nextStep, lastStep] });
    const { from, to, copy = '' } = (await upgrades.untold()) ?? {};
    expect({ from, to }).toEqual({ from: MIGRATIONS.length, to: MIGRATIONS.length + 2 });
    await closeAll();
    expect((await readdir(folder)).filter((name) => name.includes('before-version'))).toHaveLength(2);
    const back = await open({ file: copy });
    expect(await back.ledger.feeds.listAll()).toEqual([feedRecord()]);
  });

  test('a new database has nothing to tell of', async () => {
    const { upgrades } = await open();
    expect(await upgrades.untold()).toBeUndefined();
  });

  test('a new database and one that is up to date are not copied', async () => {
    await open();
    await closeAll();
    await open();
    expect((await readdir(folder)).filter((name) => name.includes('before'))).toEqual([]);
  });

  test('a step that fails half-way has not happened, and can be taken again', async () => {
    const { ledger } = await open();
    await ledger.feeds.save(feedRecord());
    await closeAll();
    await expect(open({ migrations: [...MIGRATIONS, failingStep] })).rejects.toThrow('killed half-way');
    const { ledger: repaired } = await open({ migrations: [...MIGRATIONS, nextStep] });
    expect(await repaired.feeds.listAll()).toEqual([feedRecord()]);
  });

  test('a database of a newer Readout is refused and left as it is', async () => {
    await open({ migrations: [...MIGRATIONS, nextStep] });
    await closeAll();
    const problem = await problemOf(open());
    expect(problem.kind).toBe('newer');
    expect(problem.message).toContain(`version ${MIGRATIONS.length + 1}`);
    expect(problem.remedy).not.toBe('');
    await open({ migrations: [...MIGRATIONS, nextStep] });
  });
});

describe('refusing', () => {
  test('a file that is no database is refused and not written to', async () => {
    const words = 'Minutes of a meeting, not a database. '.repeat(50);
    await writeFile(file, words);
    expect((await problemOf(open())).kind).toBe('not-a-database');
    expect((await stat(file)).size).toBe(words.length);
  });

  test('a damaged database is refused at start', async () => {
    const { ledger } = await open();
    for (let number = 0; number < 200; number += 1) {
      await ledger.articles.save(article({ id: `article-${number}` as ArticleId }), 'read');
    }
    await closeAll();
    await overwriteLastPage(file);
    expect((await problemOf(open())).kind).toBe('corrupt');
  });

  test('a folder that does not exist is named', async () => {
    const problem = await problemOf(open({ file: join(folder, 'nowhere', 'readout.db') }));
    expect(problem.kind).toBe('cannot-open');
    expect(problem.message).toContain('nowhere');
  });

  test('a folder in place of the file is refused', async () => {
    expect((await problemOf(open({ file: folder }))).kind).toBe('cannot-open');
  });

  test('a database held by another program is refused after waiting, and works when it is free', async () => {
    const { ledger } = await open({ busyTimeoutMs: 20 });
    using other = new DatabaseSync(file);
    other.exec('begin immediate');
    expect((await problemOf(ledger.feeds.save(feedRecord()))).kind).toBe('locked');
    other.exec('rollback');
    await ledger.feeds.save(feedRecord());
    expect(await ledger.feeds.listAll()).toHaveLength(1);
  });
});

/** Writes over the last page of the file, as a failing disk does: what is read at every start stays readable. */
async function overwriteLastPage(path: string): Promise<void> {
  const handle = await openFile(path, 'r+');
  const { size } = await handle.stat();
  await handle.write(Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, size - PAGE_BYTES);
  await handle.close();
}

function countRows(table: string): number {
  using database = new DatabaseSync(file, { readOnly: true });
  return Number(database.prepare(`select count(*) as rows from ${table}`).get()?.['rows']);
}
