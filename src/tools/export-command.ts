import { writeFileSync } from 'node:fs';
import { env } from 'node:process';
import type { Writable } from 'node:stream';
import { openDatabase } from '#compose/open-database.ts';
import { writeDeskFile } from '#config/desk-file.ts';
import { InvalidSettings } from '#config/problem.ts';
import { readConfig } from '#config/read-config.ts';
import { gatherDesks } from '#tools/gather-desks.ts';
import { misuse } from '#tools/misuse.ts';
import { usageOfTool } from '#tools/tool-usage.ts';

/** Addresses of feeds may hold keys: nobody else on this machine needs to read them. */
const OWNER_ONLY = 0o600;

/** `readout export FILE`: what people have set up, as one readable file; also while the program runs. */
export async function exportDesks(rest: readonly string[], output: Writable): Promise<number> {
  const [file, ...more] = rest;
  if (file === undefined || file.startsWith('-') || more.length > 0) return misuse(usageOfTool('export'));
  const now = new Date();
  await using database = await openDatabase(readConfig(env), () => now);
  const desks = await database.ledger.transaction((stores) => gatherDesks(stores, now));
  write(file, writeDeskFile(desks));
  const channels = desks.workspaces.flatMap((workspace) => workspace.channels);
  const watches = channels.flatMap((channel) => channel.watches).length;
  const feeds = desks.workspaces.flatMap((workspace) => workspace.feeds).length;
  output.write(
    `${file}: ${desks.workspaces.length} workspaces, ${channels.length} channels, ${watches} watches, ${feeds} feeds of their own. Take it in elsewhere: readout import ${file}\n`,
  );
  return 0;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: OWNER_ONLY });
  } catch (cause) {
    const remedy = 'Name a file in a folder that exists and can be written.';
    throw new InvalidSettings([{ where: 'readout export', message: (cause as Error).message, remedy }]);
  }
}
