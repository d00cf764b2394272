import { freeDiskBytes } from '#compose/free-disk-bytes.ts';
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
  const now = clock();
  const disk = { freeBytes: await freeDiskBytes(file), databaseBytes: await databaseBytes() };
  const tidings = await diskTidings(disk, { workspaces: ledger.workspaces, now });
  if (tidings === undefined) return false;
  return ledger.transaction((stores) => oweNotice(tidings, stores, now));
}
