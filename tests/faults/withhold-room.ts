import { DatabaseSync, type StatementSync } from 'node:sqlite';

type Prepare = (this: DatabaseSync, ...asked: Parameters<DatabaseSync['prepare']>) => StatementSync;

/** What a full disk keeps from being written: everything, or only that a card was sent. */
export type Withheld = 'room' | 'room-once-sent' | 'the-right-to-write';

/** More than any page has left. */
const FILLING = 'insert into filling values (zeroblob(100000))';
const ALL = ['articles', 'feeds', 'leases', 'posts'].flatMap((table) => [
  `before insert on main.${table}`,
  `before update on main.${table}`,
]);
const ONCE_SENT = ["before update of state on main.posts when new.state = 'sent'"];

/**
 * Keeps the program's own connection to its database from writing, as a full disk or a read-only file does, and lets it
 * write again at the second call. The errors are SQLite's own: of pages there are no more than stand already.
 */
export function withholding(what: Withheld): () => void {
  let database: DatabaseSync | undefined;
  let isWithheld = false;
  const noteWhereOurs = (connection: DatabaseSync): void => {
    if (connection.location()?.endsWith('readout.sqlite') === true) database = connection;
  };
  const every: { prepare: Prepare } = DatabaseSync.prototype;
  const { prepare } = every;
  every.prepare = function (...asked) {
    noteWhereOurs(this);
    return prepare.apply(this, asked);
  };
  return function toggle(): void {
    // Neither belongs into a transaction that may be rolled back.
    if (database === undefined || database.isTransaction) return void setImmediate(toggle);
    database.exec(isWithheld ? given(what) : taken(what));
    isWithheld = !isWithheld;
  };
}

function taken(what: Withheld): string {
  if (what === 'the-right-to-write') return 'pragma query_only = on';
  const triggers = (what === 'room' ? ALL : ONCE_SENT).map(
    (when, number) => `create temp trigger withheld_${number} ${when} begin ${FILLING}; end;`,
  );
  return `create table if not exists main.filling (bytes); ${triggers.join('\n')} pragma max_page_count = 1`;
}

function given(what: Withheld): string {
  if (what === 'the-right-to-write') return 'pragma query_only = off';
  const dropped = ALL.map((_, number) => `drop trigger if exists temp.withheld_${number};`);
  return `pragma max_page_count = 1000000; ${dropped.join('\n')}`;
}
