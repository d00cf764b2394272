import { statSync } from 'node:fs';
import { env } from 'node:process';
import type { Writable } from 'node:stream';
import { backUpDatabase } from '#compose/back-up-database.ts';
import { readConfig } from '#config/read-config.ts';
import { misuse } from '#tools/misuse.ts';
import { usageOfTool } from '#tools/tool-usage.ts';

/** `readout backup FILE`: a whole copy of the database, also while the program runs. */
export async function backup(rest: readonly string[], output: Writable): Promise<number> {
  const [file, ...more] = rest;
  if (file === undefined || file.startsWith('-') || more.length > 0) return misuse(usageOfTool('backup'));
  await backUpDatabase(readConfig(env), file);
  output.write(
    `${file}: ${statSync(file).size} bytes, read once and whole. Back again: readout restore ${file}\n`,
  );
  return 0;
}
