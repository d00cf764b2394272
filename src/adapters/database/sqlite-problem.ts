import { DatabaseProblem, type FileProblemKind } from './database-problem.ts';

/** Primary result codes, https://www.sqlite.org/rescode.html; an extended code holds one in its lowest byte. */
const KIND_BY_CODE: Readonly<Record<number, FileProblemKind>> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'unreliable-disk',
  11: 'corrupt',
  13: 'disk-full',
  14: 'cannot-open',
  26: 'not-a-database',
};

/** What SQLite threw, told to people where it is about the database file; anything else comes back as it was. */
export function sqliteProblem(error: unknown, file: string): unknown {
  const kind = KIND_BY_CODE[primaryCodeOf(error)];
  return kind ? new DatabaseProblem(kind, { ...tell(kind, file), cause: error }) : error;
}

function primaryCodeOf(error: unknown): number {
  const isFromSqlite = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return isFromSqlite ? Number(error.errcode) & 0xff : 0;
}

function tell(kind: FileProblemKind, file: string): { message: string; remedy: string } {
  switch (kind) {
    case 'locked':
      return {
        message: `Another program holds the database ${file}.`,
        remedy: 'Stop the other program that has it open, or wait until its backup or copy is done.',
      };
    case 'newer':
      return {
        message: `The database ${file} was written by a newer Readout.`,
        remedy: 'Start the newer version, or restore the copy made before the update.',
      };
    case 'corrupt':
      return {
        message: `The database ${file} is damaged.`,
        remedy:
          'Restore the latest backup. Keep the damaged file: it may be needed to recover what is newer.',
      };
    case 'not-a-database':
      return {
        message: `The file ${file} is not a SQLite database.`,
        remedy: 'Set the path of the database to another file, or restore the latest backup.',
      };
    case 'read-only':
      return {
        message: `The database ${file} cannot be written to.`,
        remedy: 'Give the account that runs Readout the right to write to the file and to its folder.',
      };
    case 'disk-full':
      return {
        message: `There is no room left for the database ${file}.`,
        remedy:
          'Free space on its disk, or raise its quota, and start again. What was stored before is whole.',
      };
    case 'cannot-open':
      return {
        message: `The database ${file} cannot be opened.`,
        remedy: 'Check that its folder exists and that the account that runs Readout may write to it.',
      };
    case 'unreliable-disk':
      return {
        message: `The disk under the database ${file} failed to read or write.`,
        remedy:
          'Check the disk, and that the file is not on a network share. Then restore the latest backup.',
      };
  }
}
