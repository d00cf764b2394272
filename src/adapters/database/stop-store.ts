import type { Kysely } from 'kysely';
import { nameOfStopped, type Stop } from '#delivery/stop.ts';
import type { StopStore } from '#delivery/stop-store.ts';
import type { StopTable, Tables } from './schema.ts';

/** Where nothing is sent for now, in a table of that name. */
export function kyselyStopStore(db: Kysely<Tables>): StopStore {
  return {
    async save(stop) {
      const row: StopTable = {
        ...stop,
        stopped: nameOfStopped(stop),
        channel: stop.channel ?? null,
        platform: stop.platform ?? null,
      };
      await db
        .insertInto('stops')
        .values(row)
        .onConflict((conflict) => conflict.column('stopped').doUpdateSet(row))
        .execute();
    },

    async lift(stopped) {
      const { numDeletedRows } = await db
        .deleteFrom('stops')
        .where('stopped', '=', nameOfStopped(stopped))
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },

    async listOn(channel, platform) {
      const rows = await db
        .selectFrom('stops')
        .selectAll()
        .where('stopped', 'in', [nameOfStopped({ channel }), nameOfStopped({ platform })])
        .orderBy('stopped')
        .execute();
      return rows.map(toStop);
    },

    async list() {
      const rows = await db.selectFrom('stops').selectAll().orderBy('since').orderBy('stopped').execute();
      return rows.map(toStop);
    },
  };
}

function toStop({ stopped, channel, platform, ...known }: StopTable): Stop {
  if (channel !== null) return { channel, ...known };
  if (platform !== null) return { platform, ...known };
  throw new Error(`The stop ${stopped} is of neither a channel nor a platform.`);
}
