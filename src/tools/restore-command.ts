import { hostname } from 'node:os';
import { env, pid } from 'node:process';
import type { Writable } from 'node:stream';
import { noteRestore, type RestoredDatabase, restoreDatabase } from '#compose/restore-database.ts';
import { readConfig } from '#config/read-config.ts';
import type { Lease } from '#ledger.ts';
import { claimDatabase } from '#tools/claim-database.ts';
import { misuse } from '#tools/misuse.ts';
import { usageOfTool } from '#tools/tool-usage.ts';

/** Says that other means have put the database back. */
const DONE = '--done';

/**
 * `readout restore FILE` puts a copy in the place of the database; `readout restore --done` tells that pg_restore or a
 * snapshot has done so. The program must not run.
 */
export async function restore(rest: readonly string[], output: Writable): Promise<number> {
  const [what, ...more] = rest;
  if (what === undefined || more.length > 0 || (what.startsWith('-') && what !== DONE))
    return misuse(usageOfTool('restore'));
  const config = readConfig(env);
  const holder = `${hostname()}:${pid} (readout restore)`;
  const means = {
    now: new Date(),
    holder,
    claim: (lease: Lease) => claimDatabase(lease, holder, 'readout restore'),
  };
  const restored =
    what === DONE ? await noteRestore(config, means) : await restoreDatabase(config, what, means);
  output.write(`${tell(restored).join('\n')}\n`);
  return 0;
}

function tell({ copiedAt, rows, kept }: RestoredDatabase): readonly string[] {
  return [
    `Restored as it was at ${copiedAt}.`,
    ...(kept === undefined ? [] : [`What stood there is kept: ${kept}`]),
    `${rows} cards and lines were owed then; each is looked for before it is sent.`,
    'News of before this moment is looked for too, 10 minutes after it is read: what stands is not posted again,',
    'and where the bot may not read the channel it ends as uncertain: /readout-admin deliveries shows it.',
    'Watches and settings that were changed since are as they were then.',
  ];
}
