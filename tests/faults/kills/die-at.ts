import { Socket } from 'node:net';
import { kill, pid } from 'node:process';
import { StatementSync } from 'node:sqlite';
import type { Point } from './death.ts';

type Method<This> = (this: This, ...args: never[]) => unknown;

const CREATING = /^POST \/api\/(?:v10\/channels\/\d+\/(?:messages|threads)|chat\.postMessage)\b/;
const EDITING = /^(?:PATCH \/api\/v10\/channels\/\d+\/messages\/|POST \/api\/chat\.update\b)/;
/** Sockets on which a message was asked for, and not yet answered. */
const asked = new WeakSet<Socket>();

/** Ends this process by SIGKILL, which it cannot notice, the `nth` time that it passes this point. */
export function dieAt(awaited: Point, nth: number): void {
  let left = nth;
  const pass = (point: Point): void => {
    if (point !== awaited) return;
    left -= 1;
    if (left === 0) kill(pid, 'SIGKILL');
  };
  watchSockets(pass);
  const passing = transactionWatch(pass);
  watchSqlite(passing);
  if (process.env['DATABASE_URL']) void watchPostgres(passing);
}

type Pass = (point: Point) => void;

function watchSockets(pass: Pass): void {
  replace(
    Socket.prototype,
    'write',
    (original) =>
      function write(this: Socket, ...args) {
        const what = askedBy(args[0]);
        if (what === undefined) return original.apply(this, args);
        pass(`before the ${what}`);
        const result = original.apply(this, args);
        if (what === 'request') asked.add(this);
        // What was written leaves at the end of this turn.
        setImmediate(pass, `after the ${what}`);
        return result;
      },
  );
  replace(
    Socket.prototype,
    'push',
    (original) =>
      function push(this: Socket, ...args) {
        if (!asked.delete(this)) return original.apply(this, args);
        pass('before the answer');
        const result = original.apply(this, args);
        setImmediate(pass, 'after the answer');
        return result;
      },
  );
}

function askedBy(chunk: unknown): 'request' | 'edit' | undefined {
  const head = Buffer.isBuffer(chunk) ? chunk.toString('latin1') : chunk;
  if (typeof head !== 'string') return undefined;
  if (CREATING.test(head)) return 'request';
  return EDITING.test(head) ? 'edit' : undefined;
}

/** What a transaction is for is told by what it writes. */
type Passing = { readonly before: (sql: string) => void; readonly after: (sql: string) => void };

function transactionWatch(pass: Pass): Passing {
  let purpose: 'keeping' | 'claiming' | 'recording' | undefined;
  return {
    before(sql) {
      if (sql.startsWith('begin') || sql.startsWith('start transaction')) purpose = undefined;
      if (sql.startsWith('insert into "articles"')) purpose = 'keeping';
      if (/^update "(?:posts|pointers|digests)" set "state" = /.test(sql)) purpose ??= 'claiming';
      if (/^insert into "(?:posts|pointers|digests)"/.test(sql)) purpose ??= 'recording';
      if (sql === 'commit' && purpose !== undefined) pass(`before ${purpose}`);
    },
    after(sql) {
      if (sql === 'commit' && purpose !== undefined) pass(`after ${purpose}`);
    },
  };
}

function watchSqlite({ before, after }: Passing): void {
  for (const name of ['run', 'all']) {
    replace(
      StatementSync.prototype,
      name,
      (original) =>
        function watched(this: StatementSync, ...args) {
          before(this.sourceSQL);
          const result = original.apply(this, args);
          after(this.sourceSQL);
          return result;
        },
    );
  }
}

async function watchPostgres({ before, after }: Passing): Promise<void> {
  const { Client } = await import('pg');
  replace(
    Client.prototype,
    'query',
    (original) =>
      function watched(this: InstanceType<typeof Client>, ...args) {
        const [sql] = args as readonly unknown[];
        if (typeof sql !== 'string') return original.apply(this, args);
        before(sql);
        const result = original.apply(this, args);
        if (!(result instanceof Promise)) return result;
        return result.then((rows: unknown) => {
          after(sql);
          return rows;
        });
      },
  );
}

function replace<This extends object>(
  prototype: This,
  name: string,
  wrap: (original: Method<This>) => Method<This>,
): void {
  const methods = prototype as unknown as Record<string, Method<This>>;
  const original = methods[name];
  if (original === undefined) throw new Error(`There is no ${name} to be watched.`);
  methods[name] = wrap(original);
}
