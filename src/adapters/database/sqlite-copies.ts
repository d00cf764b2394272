import { existsSync, statSync } from 'node:fs';
import { copyFile, link, rename, rm } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { DatabaseProblem } from './database-problem.ts';
import { sqliteProblem } from './sqlite-problem.ts';

/** Pages a copy takes in one step: the most that SQLite can count, so that no writer makes it begin again. */
const ALL_PAGES = 2 ** 31 - 1;

/** What stands beside a database in WAL mode. */
const LOG_PARTS = ['-wal', '-shm'];

/**
 * Writes a whole copy of what is committed in `file` now to `target`, replacing it, while others work with `file`. A
 * copy cut off half-way leaves `target` alone. It sees nothing of a transaction that is still open.
 */
export async function copySqlite(file: string, target: string): Promise<void> {
  const unfinished = `${target}.unfinished`;
  try {
    if (isSameFile(file, target)) throw new DatabaseProblem('cannot-open', ontoItself(target));
    await rm(unfinished, { force: true });
    using source = new DatabaseSync(file, { readOnly: true });
    await backup(source, unfinished, { rate: ALL_PAGES });
    await rename(unfinished, target);
  } catch (error) {
    throw sqliteProblem(error, target);
  }
}

/** Also by another path, a link for one: what is written over an open database is lost, and the database with it. */
function isSameFile(file: string, target: string): boolean {
  if (!existsSync(file) || !existsSync(target)) return false;
  const [one, other] = [statSync(file), statSync(target)];
  return one.dev === other.dev && one.ino === other.ino;
}

const ontoItself = (target: string) => ({
  message: `${target} is the database itself.`,
  remedy: 'Name another file for the copy.',
});

/** Throws a `DatabaseProblem` where this is no whole database of a Readout. */
export function refuseOtherFiles(file: string): void {
  if (existsSync(file) && holdsReadout(file)) return;
  throw new DatabaseProblem('cannot-open', {
    message: `${file} is no copy of a Readout's database, or a damaged one.`,
    remedy:
      'Take a file that “readout backup” wrote. It must lie where the account that runs Readout may write.',
  });
}

function holdsReadout(file: string): boolean {
  try {
    using database = new DatabaseSync(file, { readOnly: true });
    const verdict = Object.values(database.prepare('pragma quick_check(1)').get() ?? {})[0];
    const versions = database.prepare('select max(version) as version from schema_versions').get();
    return verdict === 'ok' && versions?.['version'] !== null;
  } catch {
    return false;
  }
}

/**
 * Puts `replacement` where `file` was; what was there is kept as `kept`. Nobody may have either of them open. Cut off
 * half-way, the one or the other stands at `file`: an empty place would be taken for a first start.
 */
export async function replaceSqlite(file: string, replacement: string, kept: string): Promise<void> {
  if (existsSync(file) && kept !== file) await alsoAs(kept, file);
  for (const part of LOG_PARTS) {
    if (existsSync(`${file}${part}`)) await rename(`${file}${part}`, `${kept}${part}`);
  }
  await rename(replacement, file);
}

/** A second name for the file, or a copy on disks that know no second names. */
const alsoAs = (name: string, file: string): Promise<void> =>
  link(file, name).catch(() => copyFile(file, name));
