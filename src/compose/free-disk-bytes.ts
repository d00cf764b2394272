import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes that this account may still write on the disk of this file. */
export async function freeDiskBytes(file: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(file));
  return bavail * bsize;
}
