import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseProblem } from '#adapters/database/database-problem.ts';
import { MIGRATIONS, type Migration } from '#adapters/database/migrations.ts';
import type { OpenedDatabase } from '#adapters/database/opened-database.ts';
import { openPostgresLedger, type PostgresOptions } from '#adapters/database/postgres.ts';
import type { ArticleId } from '#article/article.ts';
import type { FeedId } from '#feed/feed.ts';
import { Secret } from '#kernel/secret.ts';
import { LeaseLost } from '#ledger.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../../contracts/a-postgres.ts';
import { article, feedRecord, moment } from '../../contracts/sample-records.ts';
import { killWhileCommitting } from '../../faults/killed-while-committing.ts';

const FEED = 'feed-1' as FeedId;
const MINUTE_MS = 60_000;

let server: PostgresServer;
const stack: (() => Promise<void>)[] = [];

beforeAll(async () => {
  if (whyNoPostgres === undefined) server = await startPostgres();
}, 60_000);
afterEach(async () => {
  for (const undo of stack.splice(0).toReversed()) await undo();
});
afterAll(() => server?.[Symbol.asyncDispose]());

async function newPlace(): Promise<Secret> {
  const place = await server.newPlace();
  stack.push(() => place.remove());
  return place.url;
}

async function open(url: Secret, options: Partial<PostgresOptions> = {}): Promise<OpenedDatabase> {
  const database = await openPostgresLedger({ url, ...options });
  stack.push(async () => database[Symbol.asyncDispose]());
  return database;
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

/** One more failure on record, read and written in one transaction; `between` happens after the reading. */
function raise({ ledger }: OpenedDatabase, between: () => Promise<unknown> = async () => {}): Promise<void> {
  return ledger.transaction(async ({ feeds }) => {
    const record = await feeds.find(FEED);
    if (!record) throw new Error('The feed is gone.');
    await between();
    await feeds.save({ ...record, failuresInARow: record.failuresInARow + 1 });
  });
}

const named = (name: string) => feedRecord({ feed: name as FeedId, failuresInARow: 0 });

const failuresIn = async ({ ledger }: OpenedDatabase) => (await ledger.feeds.find(FEED))?.failuresInARow;

describe.skipIf(whyNoPostgres !== undefined)(
  whyNoPostgres === undefined ? 'PostgreSQL' : `PostgreSQL (skipped: ${whyNoPostgres})`,
  () => {
    describe('two at once', () => {
      test('what two processes read and change at the same moment, both have changed', async () => {
        const url = await newPlace();
        const [one, other] = [await open(url), await open(url)];
        await one.ledger.feeds.save(feedRecord({ failuresInARow: 0 }));
        const all = Array.from({ length: 15 }, () => [raise(one), raise(other)]);
        await Promise.all(all.flat());
        expect(await failuresIn(one)).toBe(30);
      });

      test('a transaction runs again when what it had read was changed meanwhile', async () => {
        const url = await newPlace();
        const [one, other] = [await open(url), await open(url)];
        await one.ledger.feeds.save(feedRecord({ failuresInARow: 0 }));
        let attempts = 0;
        await raise(one, async () => {
          attempts += 1;
          if (attempts === 1) await other.ledger.feeds.save(feedRecord({ failuresInARow: 10 }));
        });
        expect(attempts).toBe(2);
        expect(await failuresIn(one)).toBe(11);
      });

      test('two transactions that each read what the other changes do not both end as if alone', async () => {
        const url = await newPlace();
        const [one, other] = [await open(url), await open(url)];
        await one.ledger.feeds.save(named('a'));
        await one.ledger.feeds.save(named('b'));
        const bothHaveRead = meeting(2);
        const raiseIfNoneFails = (mine: string, { ledger }: OpenedDatabase) =>
          ledger.transaction(async ({ feeds }) => {
            const failing = (await feeds.listAll()).filter(({ failuresInARow }) => failuresInARow > 0);
            await bothHaveRead();
            if (failing.length === 0) await feeds.save({ ...named(mine), failuresInARow: 1 });
          });
        await Promise.all([raiseIfNoneFails('a', one), raiseIfNoneFails('b', other)]);
        const failing = (await one.ledger.feeds.listAll()).filter(({ failuresInARow }) => failuresInARow > 0);
        expect(failing).toHaveLength(1);
      });

      test('reading goes on beside an open transaction', async () => {
        const database = await open(await newPlace());
        const { promise: read, resolve: haveRead } = Promise.withResolvers<void>();
        const writing = database.ledger.transaction(async ({ feeds }) => {
          await feeds.save(feedRecord());
          await read;
        });
        expect(await database.ledger.feeds.listAll()).toEqual([]);
        haveRead();
        await writing;
        expect(await database.ledger.feeds.listAll()).toHaveLength(1);
      });

      test('who takes the lease over waits for a transaction of the one who had it', async () => {
        const url = await newPlace();
        const [one, other] = [await open(url), await open(url)];
        await one.lease.take('one', moment('08:00'), MINUTE_MS);
        const ledger = one.ledgerOf('one', () => {});
        const order: string[] = [];
        let taking: Promise<unknown> = Promise.resolve();
        await ledger.transaction(async ({ feeds }) => {
          await feeds.save(feedRecord());
          taking = other.lease.take('other', moment('09:00'), MINUTE_MS).then(() => order.push('taken'));
          await waitingFor('leases');
          order.push('worked');
        });
        await taking;
        expect(order).toEqual(['worked', 'taken']);
        expect(await other.ledger.feeds.listAll()).toHaveLength(1);
        await expect(ledger.feeds.listAll()).rejects.toThrow(LeaseLost);
      });
    });

    describe('a server in trouble', () => {
      test('a process killed at any moment loses nothing it has told as committed, and leaves nothing half', async () => {
        const url = await newPlace();
        const told = await killWhileCommitting(url.reveal());
        expect(told.length).toBeGreaterThanOrEqual(60);
        const { ledger } = await open(url);
        const ids = told.map((number) => `article-${number}` as ArticleId);
        expect(await ledger.articles.findMany(ids)).toHaveLength(ids.length);
        const { articles: kept } = await ledger.articles.count();
        const all = { all: [[['word']]], since: moment('00:00'), limit: 1_000 };
        expect(await ledger.articles.listHolding({ ...all, seenBy: article().workspace })).toHaveLength(kept);
      });

      test('O10: a restart of the server costs what was under way, and the next call works', async (context) => {
        if (!server.restart) return context.skip('the server is not our own');
        const database = await open(await newPlace());
        await database.ledger.articles.save(article(), 'read');
        const cut = database.ledger.transaction(async ({ feeds }) => {
          await feeds.save(feedRecord());
          await server.restart?.();
          await feeds.listAll();
        });
        const problem = await problemOf(cut);
        expect(problem).toMatchObject({ kind: 'unreachable', isPassing: true });
        expect(await database.ledger.feeds.listAll()).toEqual([]);
        expect(await database.ledger.articles.find(article().id)).toEqual(article());
      });

      test('O10: connections that broke while nothing was asked are replaced unseen', async () => {
        const database = await open(await newPlace());
        await Promise.all(Array.from({ length: 5 }, () => database.ledger.feeds.listAll()));
        await cutConnections();
        expect(await database.ledger.feeds.listAll()).toEqual([]);
      });

      test('O11: a server that takes no changes is told, and the next call finds the one that does', async (context) => {
        if (!server.restart) return context.skip('the server is not our own');
        const database = await open(await newPlace(), { connections: 1 });
        await server.run('alter role readout set default_transaction_read_only = on');
        stack.push(async () => void (await server.run('alter role readout reset all')));
        await cutConnections();
        const problem = await problemOf(database.ledger.feeds.save(feedRecord()));
        expect(problem.kind).toBe('read-only');
        expect(problem.remedy).toContain('primary');
        await server.run('set transaction_read_only = off; alter role readout reset all');
        await database.ledger.feeds.save(feedRecord());
        expect(await database.ledger.feeds.listAll()).toHaveLength(1);
      });

      test('O12: who waits too long for a free connection is told, and is served when one is free', async () => {
        const database = await open(await newPlace(), { connections: 1, connectTimeoutMs: 500 });
        const { promise: told, resolve: tell } = Promise.withResolvers<void>();
        const holding = database.ledger.transaction(() => told);
        const problem = await problemOf(database.ledger.feeds.listAll());
        expect(problem).toMatchObject({ kind: 'busy', isPassing: true });
        tell();
        await holding;
        expect(await database.ledger.feeds.listAll()).toEqual([]);
      });

      test('a statement that waits too long is given up, and so is its transaction', async () => {
        const url = await newPlace();
        const [one, other] = [await open(url), await open(url, { statementTimeoutMs: 200 })];
        await one.ledger.transaction(async ({ feeds }) => {
          await feeds.save(feedRecord({ failuresInARow: 1 }));
          const waiting = other.ledger.transaction(async (stores) => {
            await stores.articles.save(article(), 'read');
            await stores.feeds.save(feedRecord({ failuresInARow: 5 }));
          });
          expect((await problemOf(waiting)).kind).toBe('busy');
        });
        expect(await failuresIn(other)).toBe(1);
        expect(await other.ledger.articles.find(article().id)).toBeUndefined();
      });

      test('an answer that the network swallows is given up, and the next call has a new connection', async (context) => {
        if (!server.restart) return context.skip('the server is not our own');
        const line = await wire(await newPlace(), stack);
        const database = await open(line.url, { connections: 1, statementTimeoutMs: 500 });
        await database.ledger.feeds.save(feedRecord());
        line.cut();
        const problem = await problemOf(database.ledger.feeds.listAll());
        expect(problem).toMatchObject({ kind: 'unreachable', isPassing: true });
        line.mend();
        expect(await database.ledger.feeds.listAll()).toHaveLength(1);
      });

      test('one that cannot be reached, or is no database, is told without the password', async () => {
        for (const address of ['127.0.0.1:1', 'nowhere.invalid']) {
          const url = new Secret(`postgres://desk:hush-hush@${address}/readout`);
          const problem = await problemOf(openPostgresLedger({ url }));
          expect(problem).toMatchObject({ kind: 'unreachable', isPassing: true });
          expect(problem.message).toContain(`readout at ${address}`);
          expect(inspect(problem, { depth: 9 })).not.toContain('hush');
        }
      });

      test('a database that keeps no UTF-8 is refused', async (context) => {
        if (!server.restart) return context.skip('the server is not our own');
        await server.run("create database old_letters encoding 'LATIN1' locale 'C' template template0");
        const url = new Secret((await newPlace()).reveal().replace('/postgres?', '/old_letters?'));
        const problem = await problemOf(openPostgresLedger({ url }));
        expect(problem).toMatchObject({ kind: 'wrong-encoding', isPassing: false });
        expect(problem.message).toContain('old_letters');
      });
    });

    describe('migrating', () => {
      const failingStep: Migration = {
        name: '9999-failing',
        async up(db) {
          await db.schema.createTable('nextTable').addColumn('id', 'text').execute();
          throw new Error('killed half-way');
        },
      };

      test('several that start together make the tables once', async () => {
        const url = await newPlace();
        const all = await Promise.all([open(url), open(url), open(url)]);
        for (const { ledger } of all) expect(await ledger.feeds.listAll()).toEqual([]);
      });

      test('a step that fails half-way has not happened, and what was there is whole', async () => {
        const url = await newPlace();
        await (await open(url)).ledger.feeds.save(feedRecord());
        const migrations = [...MIGRATIONS, failingStep];
        await expect(openPostgresLedger({ url, migrations })).rejects.toThrow('killed half-way');
        await expect(openPostgresLedger({ url, migrations })).rejects.toThrow('killed half-way');
        expect(await (await open(url)).ledger.feeds.listAll()).toEqual([feedRecord()]);
      });

      test('a database of a newer Readout is refused', async () => {
        const url = await newPlace();
        const nextStep: Migration = { name: '9999-next', up: async () => {} };
        await open(url, { migrations: [...MIGRATIONS, nextStep] });
        expect((await problemOf(openPostgresLedger({ url }))).kind).toBe('newer');
      });
    });

    test('a text that holds NUL and halves of letters is kept, without what says nothing', async () => {
      const { ledger } = await open(await newPlace());
      await ledger.articles.save(
        article({ title: 'Talks\0 at \ud83d\udd4a last \ud83d', text: 'One\0.' }),
        'read',
      );
      expect(await ledger.articles.find(article().id)).toMatchObject({
        title: 'Talks at 🕊 last \ufffd',
        text: 'One.',
      });
    });

    test('the size of the database is told', async () => {
      const database = await open(await newPlace());
      expect(await database.sizeInBytes()).toBeGreaterThan(1_000_000);
    });
  },
);

/** The same place through a wire that can be cut: whoever is connected then hears nothing any more, not even an end. */
async function wire(url: Secret, undone: (() => Promise<void>)[]) {
  const folder = URL.parse(url.reveal())?.searchParams.get('host') ?? '';
  let isCut = false;
  const sockets = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(join(folder, '.s.PGSQL.5432'));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => void (isCut || to.write(data)));
      from.on('close', () => to.destroy());
      from.on('error', () => {});
    }
  });
  await new Promise<void>((resolve) => void relay.listen(0, '127.0.0.1', resolve));
  undone.push(async () => {
    for (const socket of sockets) socket.destroy();
    relay.close();
  });
  const { port } = relay.address() as AddressInfo;
  const through = url.reveal().replace(`host=${encodeURIComponent(folder)}`, `host=127.0.0.1&port=${port}`);
  return {
    url: new Secret(through),
    cut: () => void (isCut = true),
    mend: () => void (isCut = false),
  };
}

/** Ends every other connection at once, as a failover does. */
async function cutConnections(): Promise<void> {
  await server.run(
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'readout'",
  );
}

/** Resolves when somebody waits for a row of this table. */
async function waitingFor(table: string): Promise<void> {
  const statement = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%"${table}"%'`;
  while ((await server.run(statement)).length === 0);
}

/** A place where each waits until so many have come; who comes later finds it open. */
function meeting(size: number): () => Promise<void> {
  const { promise: met, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === size) resolve();
    return met;
  };
}
