import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenedDatabase } from '#adapters/database/opened-database.ts';
import { openPostgresLedger } from '#adapters/database/postgres.ts';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { startPostgres } from '../../contracts/a-postgres.ts';

/** The databases that the program knows. */
export type DatabaseName = 'sqlite' | 'postgres';

/** A database that outlives every life of the program. */
export type DatabaseStage = AsyncDisposable & {
  /** What leads the program there. */
  readonly environment: Readonly<Record<string, string>>;
  /** Opens it beside the program. */
  open(): Promise<OpenedDatabase>;
};

/** An empty database of this kind. */
export async function startDatabase(name: DatabaseName): Promise<DatabaseStage> {
  await using setting = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'readout-kills-'));
  setting.defer(() => rm(folder, { recursive: true }));
  const file = join(folder, 'readout.sqlite');
  const nearby = { READOUT_DATABASE: file, NODE_COMPILE_CACHE: join(tmpdir(), 'readout-compiled') };
  if (name === 'sqlite') {
    const set = setting.move();
    return {
      environment: nearby,
      open: () => openSqliteLedger({ file }),
      [Symbol.asyncDispose]: () => set.disposeAsync(),
    };
  }
  const server = setting.use(await startPostgres());
  const { url } = await server.newPlace();
  const set = setting.move();
  return {
    environment: { ...nearby, DATABASE_URL: url.reveal() },
    open: () => openPostgresLedger({ url }),
    [Symbol.asyncDispose]: () => set.disposeAsync(),
  };
}
