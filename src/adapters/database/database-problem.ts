/** What can be wrong with a database file. */
export type FileProblemKind =
  | 'locked'
  | 'newer'
  | 'corrupt'
  | 'not-a-database'
  | 'read-only'
  | 'disk-full'
  | 'cannot-open'
  | 'unreliable-disk';

/** What can be wrong with a database server or with the way to it. */
export type ServerProblemKind =
  | 'unreachable'
  | 'refused'
  | 'no-such-database'
  | 'no-rights'
  | 'wrong-encoding'
  | 'read-only'
  | 'disk-full'
  | 'corrupt'
  | 'busy';

/** What can be wrong with the database itself, as opposed to with a query. */
export type DatabaseProblemKind = FileProblemKind | ServerProblemKind;

/** The database cannot be used as it stands. `message` says what is wrong, `remedy` what a person can do. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly kind: DatabaseProblemKind;
  readonly remedy: string;
  /** It may be over by itself in a while: trying again makes sense. */
  readonly isPassing: boolean;

  constructor(kind: DatabaseProblemKind, told: { message: string; remedy: string; cause?: unknown }) {
    super(told.message, { cause: told.cause });
    this.kind = kind;
    this.remedy = told.remedy;
    this.isPassing = kind === 'unreachable' || kind === 'busy';
  }
}
