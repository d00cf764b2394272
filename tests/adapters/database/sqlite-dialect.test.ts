import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { nodeSqliteDialect } from '#adapters/database/sqlite-dialect.ts';

type Tables = { notes: { first: unknown; second: unknown } };

async function openNotes(database = new DatabaseSync(':memory:')): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, 'notes.db') });
  onTestFinished(() => db.destroy());
  await sql`create table if not exists notes (first, second)`.execute(db);
  return db;
}

test('a query without parameters returns its rows', async () => {
  const db = await openNotes();
  await sql`insert into notes values (1, 'a')`.execute(db);
  expect(await db.selectFrom('notes').selectAll().execute()).toEqual([{ first: 1, second: 'a' }]);
});

test('a date in first place is stored as text and shifts nothing', async () => {
  const db = await openNotes();
  const first = new Date('2026-03-01T08:00:00Z');
  await db.insertInto('notes').values({ first, second: 7 }).execute();
  expect(await db.selectFrom('notes').selectAll().execute()).toEqual([
    { first: '2026-03-01T08:00:00.000Z', second: 7 },
  ]);
});

test('flags are stored as 0 and 1, what is unknown as null, bytes as they are', async () => {
  const db = await openNotes();
  const bytes = new Uint8Array([1, 2]);
  await db
    .insertInto('notes')
    .values([
      { first: true, second: false },
      { first: undefined, second: bytes },
    ])
    .execute();
  expect(await db.selectFrom('notes').selectAll().execute()).toEqual([
    { first: 1, second: 0 },
    { first: null, second: bytes },
  ]);
});

test('an object is refused instead of being taken for named parameters', async () => {
  const db = await openNotes();
  const insert = db.insertInto('notes').values({ first: { a: 1 }, second: 2 });
  await expect(insert.execute()).rejects.toThrow('cannot be stored');
});

test('a transaction takes the right to write at once', async () => {
  const database = new DatabaseSync(':memory:');
  const db = await openNotes(database);
  const begun: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (statement) => {
    begun.push(statement);
    return prepare(statement);
  };
  await db.transaction().execute((trx) => trx.selectFrom('notes').selectAll().execute());
  expect(begun[0]).toBe('begin immediate');
});

test('more kinds of query than are kept prepared still give their own rows', async () => {
  const db = await openNotes();
  const kinds = Array.from({ length: 450 }, (_, index) => index);
  for (const kind of [...kinds, ...kinds]) {
    const { rows } = await sql`select ${sql.lit(kind)} as kind`.execute(db);
    expect(rows).toEqual([{ kind }]);
  }
});

test('a full disk is told as such, and the transaction it stopped has not happened', async () => {
  const database = new DatabaseSync(':memory:');
  const db = await openNotes(database);
  database.exec('pragma max_page_count = 20');
  const filling = db.transaction().execute(async (trx) => {
    await trx.insertInto('notes').values({ first: 1, second: 'small' }).execute();
    await trx
      .insertInto('notes')
      .values({ first: 2, second: 'x'.repeat(200_000) })
      .execute();
  });
  await expect(filling).rejects.toMatchObject({ name: 'DatabaseProblem', kind: 'disk-full' });
  expect(await db.selectFrom('notes').selectAll().execute()).toEqual([]);
});

test('a database that cannot be written to is told as such', async () => {
  const database = new DatabaseSync(':memory:');
  const db = await openNotes(database);
  database.exec('pragma query_only = on');
  const insert = db.insertInto('notes').values({ first: 1, second: 2 });
  await expect(insert.execute()).rejects.toMatchObject({ name: 'DatabaseProblem', kind: 'read-only' });
});

test('a mistake in a query stays what it is', async () => {
  const db = await openNotes();
  await expect(sql`select first from nowhere`.execute(db)).rejects.toThrow('no such table');
});
