import {
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import type { PoolClient } from 'pg';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Secret } from '#kernel/secret.ts';
import { PortableCompiler } from './postgres-compiler.ts';
import { isConnectionSpent, postgresProblem } from './postgres-problem.ts';

/** The server, how it is called towards people, and how long anything may take; 0 is for ever. */
export type PoolOptions = {
  readonly url: Secret;
  readonly place: string;
  readonly connections: number;
  readonly statementTimeoutMs: number;
  readonly connectTimeoutMs: number;
};

/** PostgreSQL's type of `count(*)`. */
const EIGHT_BYTES = 20;
/** A transaction that is not gone on with keeps others from their work. */
const IDLE_IN_TRANSACTION_MS = 60 * SECOND_MS;

/**
 * Kysely on `pg`, which is loaded at the first query: who uses SQLite pays nothing. Every statement sees the database as
 * if nothing else went on (isolation level serializable). Problems of the server are thrown as `DatabaseProblem`; a
 * connection that brought one is thrown away, and the next is a new one.
 */
export function postgresDialect(options: PoolOptions): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver({ pool: () => openPool(options) }),
    createQueryCompiler: () => new PortableCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

async function openPool(options: PoolOptions): Promise<PostgresPool> {
  const { Pool, types } = await import('pg');
  const { place } = options;
  const pool = new Pool({
    connectionString: options.url.reveal(),
    max: options.connections,
    connectionTimeoutMillis: options.connectTimeoutMs,
    // Ours after the server's own: an answer that a broken network swallowed would be waited for without end.
    ...(options.statementTimeoutMs > 0 && { query_timeout: 2 * options.statementTimeoutMs }),
    keepAlive: true,
    application_name: 'readout',
    types: {
      getTypeParser: ((type: number, format: 'text') =>
        type === EIGHT_BYTES ? Number : types.getTypeParser(type, format)) as typeof types.getTypeParser,
    },
  });
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));

  const prepared = new WeakSet<PoolClient>();
  return {
    options: {},
    end: () => pool.end(),
    async connect() {
      const client = await explaining(place, () => pool.connect());
      const guarded = guardedClient(client, place);
      if (prepared.has(client)) return guarded;
      try {
        await guarded.query(manners(options), []);
      } catch (cause) {
        client.release(true);
        throw cause;
      }
      prepared.add(client);
      return guarded;
    },
  };
}

/** A connection may break while nobody asks it anything. Unheard, that would end the process; the next query tells. */
const ignore = (): void => {};

/** How a new connection is to behave. */
const manners = ({ statementTimeoutMs }: PoolOptions): string =>
  `select set_config('default_transaction_isolation', 'serializable', false),
    set_config('statement_timeout', '${statementTimeoutMs}', false),
    set_config('idle_in_transaction_session_timeout', '${IDLE_IN_TRANSACTION_MS}', false)`;

function guardedClient(client: PoolClient, place: string): PostgresPoolClient {
  let isSpent = false;
  const query = async (sql: string, values: readonly unknown[]) => {
    try {
      return await client.query(sql, values.map(toPostgres));
    } catch (cause) {
      isSpent ||= isConnectionSpent(cause);
      throw postgresProblem(cause, place);
    }
  };
  return {
    // Of the two forms that kysely knows, the one with a cursor is used only for streams.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || isSpent),
  };
}

/** Text of PostgreSQL cannot hold the character NUL, which says nothing; it would refuse the whole article. */
const toPostgres = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value;

async function explaining<Result>(place: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    throw postgresProblem(cause, place);
  }
}
