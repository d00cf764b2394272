import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diskTidings } from '#delivery/disk-tidings.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Ledger } from '#ledger.ts';

/** Owes the operator a word where the disk of the SQLite database is nearly full; tells whether it did. */
export async function tellDisk(
  file: string,
  ledger: Pick<Ledger, 'workspaces' | 'transaction'>,
  { clock, databaseBytes }: { readonly clock: Clock; readonly databaseBytes: () => Promise<number> },
): Promise<boolean> {
  const { bavail, bsize } = await statfs(dirname(file));
  const now = clock();
  const disk = { freeBytes: bavail * bsize, databaseBytes: await databaseBytes() };
  const tidings = await diskTidings(disk, { workspaces: ledger.workspaces, now });
  if (tidings === undefined) return false;
  return ledger.transaction((stores) => oweNotice(tidings, stores, now));
}
