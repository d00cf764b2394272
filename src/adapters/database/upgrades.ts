import type { Kysely } from 'kysely';
import type { Upgrade, Upgrades } from './opened-database.ts';
import { type Run, runOnce } from './run-in-turn.ts';
import type { Tables } from './schema.ts';

/** The upgrade to be told of, in the table `upgrades`. `run` runs each query again where the database asks for that. */
export function kyselyUpgrades(db: Kysely<Tables>, run: Run = runOnce): Upgrades {
  return {
    untold: () => run(() => findUpgrade(db)),
    told: () => run(async () => void (await db.deleteFrom('upgrades').execute())),
  };
}

/**
 * Whether a database at this version was left half-way by an upgrade, so that the copy made before is the one to keep. One
 * that did not get to its first step begins anew: an earlier program may have written to the database since.
 */
export async function isUpgradeTorn(db: Kysely<Tables>, version: number): Promise<boolean> {
  const untold = await findUpgrade(db);
  return untold?.copy !== undefined && untold.from < version && version < untold.to;
}

/**
 * Notes an upgrade that begins. One that nobody was told of yet, such as one that failed half-way, only goes further, and
 * keeps its copy: a program tells when it starts, so that none has run at the versions between, and the way back is to the
 * one that the operator ran. Copies made on the way stand beside it.
 */
export async function noteUpgrade(db: Kysely<Tables>, { from, to, at, copy }: Upgrade): Promise<void> {
  const untold = await findUpgrade(db);
  if (untold !== undefined) {
    const isBegunAnew = untold.from === from && copy !== undefined;
    await db
      .updateTable('upgrades')
      .set({ toVersion: to, ...(isBegunAnew && { copy }) })
      .execute();
    return;
  }
  await db
    .insertInto('upgrades')
    .values({ fromVersion: from, toVersion: to, at, copy: copy ?? null })
    .execute();
}

async function findUpgrade(db: Kysely<Tables>): Promise<Upgrade | undefined> {
  const row = await db.selectFrom('upgrades').selectAll().executeTakeFirst();
  if (row === undefined) return undefined;
  const { fromVersion, toVersion, at, copy } = row;
  return { from: fromVersion, to: toVersion, at, ...(copy !== null && { copy }) };
}
