import { DatabaseProblem, type ServerProblemKind } from './database-problem.ts';

/** SQLSTATE classes and codes, https://www.postgresql.org/docs/current/errcodes-appendix.html, and Node's own codes. */
const KINDS: readonly (readonly [RegExp, ServerProblemKind])[] = [
  [/^28/, 'refused'],
  [/^3D000$/, 'no-such-database'],
  [/^42501$/, 'no-rights'],
  [/^25006$/, 'read-only'],
  [/^53100$/, 'disk-full'],
  [/^53300$/, 'busy'],
  [/^5530[03]$|^57014$|^25P0[34]$|^55P03$/, 'busy'],
  [/^08|^57P0[1-5]$/, 'unreachable'],
  [/^E(?!RR_)[A-Z_]+$|CERT|_TLS_/, 'unreachable'],
  [/^XX00[12]$/, 'corrupt'],
];

/** What `pg` says without a code when a connection is lost or none can be had. */
const LOST =
  /^(?:Connection terminated|Client has encountered a connection error|.*not queryable|Query read timeout|The server does not support SSL)/;
/** A password is asked for that the address does not hold. */
const NO_PASSWORD = /^SASL:/;
const WAITED = /^timeout exceeded when trying to connect/;

/** What PostgreSQL or the way to it threw, told to people where it is about the server; anything else as it was. */
export function postgresProblem(error: unknown, place: string): unknown {
  const kind = kindOf(error);
  return kind ? new DatabaseProblem(kind, { ...tell(kind, place), cause: error }) : error;
}

/** Whether a connection that brought this is of no more use: the next one may lead to a server that can write. */
export function isConnectionSpent(error: unknown): boolean {
  const kind = kindOf(error);
  return kind === 'unreachable' || kind === 'read-only';
}

function kindOf(error: unknown): ServerProblemKind | undefined {
  if (!(error instanceof Error)) return undefined;
  // Several addresses of one name were tried.
  if (error instanceof AggregateError) return kindOf(error.errors[0]);
  const code = 'code' in error ? String(error.code) : '';
  if (code !== '') return KINDS.find(([pattern]) => pattern.test(code))?.[1];
  if (LOST.test(error.message)) return 'unreachable';
  if (NO_PASSWORD.test(error.message)) return 'refused';
  return WAITED.test(error.message) ? 'busy' : undefined;
}

function tell(kind: ServerProblemKind, place: string): { message: string; remedy: string } {
  switch (kind) {
    case 'unreachable':
      return {
        message: `The database ${place} does not answer.`,
        remedy: 'Check that PostgreSQL runs, and the host, port and sslmode in DATABASE_URL.',
      };
    case 'refused':
      return {
        message: `The database ${place} refused the account.`,
        remedy: 'Check the user and the password in DATABASE_URL, and that pg_hba.conf lets this host in.',
      };
    case 'no-such-database':
      return {
        message: `There is no database ${place}.`,
        remedy: 'Create it (createdb --encoding UTF8), or correct its name in DATABASE_URL.',
      };
    case 'no-rights':
      return {
        message: `The account may not do what is needed in the database ${place}.`,
        remedy: 'Make it the owner of the database, or grant it CREATE and USAGE on the schema.',
      };
    case 'read-only':
      return {
        message: `The database ${place} takes no changes: it is a standby, or set to read only.`,
        remedy: 'Let DATABASE_URL lead to the primary. After a failover Readout goes on by itself.',
      };
    case 'disk-full':
      return {
        message: `There is no room left for the database ${place}.`,
        remedy: 'Free space on the disk of its server. What was stored before is whole.',
      };
    case 'busy':
      return {
        message: `The database ${place} had no time or no connection left.`,
        remedy: 'Look for what keeps it busy, and whether max_connections leaves room for ten.',
      };
    case 'corrupt':
      return {
        message: `The database ${place} is damaged.`,
        remedy: 'Restore the latest backup. Keep the damaged one: it may be needed to recover what is newer.',
      };
    case 'wrong-encoding':
      return {
        message: `The database ${place} does not keep text as UTF-8.`,
        remedy: 'Create another one with: createdb --encoding UTF8 --template template0',
      };
  }
}
