import { env } from 'node:process';
import type { Writable } from 'node:stream';
import { openDatabase } from '#compose/open-database.ts';
import { readDeskFile } from '#config/desk-file.ts';
import { readConfig } from '#config/read-config.ts';
import { misuse } from '#tools/misuse.ts';
import { type TakenIn, takeInDesks } from '#tools/take-in-desks.ts';
import { usageOfTool } from '#tools/tool-usage.ts';

/**
 * `readout import FILE`: takes in what `readout export` wrote, whole or not at all; also while the program runs. The exit
 * status is 1 when it holds a query that is no topic here.
 */
export async function importDesks(rest: readonly string[], output: Writable): Promise<number> {
  const [file, ...more] = rest;
  if (file === undefined || file.startsWith('-') || more.length > 0) return misuse(usageOfTool('import'));
  const desks = readDeskFile(file);
  const config = readConfig(env);
  await using database = await openDatabase(config, () => new Date());
  const taken = await database.ledger.transaction((stores) => takeInDesks(desks, stores, config.lexicon));
  output.write(`${tell(taken).join('\n')}\n`);
  return taken.refused.length === 0 ? 0 : 1;
}

function tell({ watches, feeds, settings, alreadyThere, refused }: TakenIn): readonly string[] {
  return [
    `Taken in: ${watches} watches, ${feeds} feeds of workspaces, the settings of ${settings} channels.`,
    ...(alreadyThere === 0 ? [] : [`${alreadyThere} stood here before and are left as they are.`]),
    ...refused.map(
      ({ channel, query, place }) =>
        `Not taken in, ${channel}: “${query}” is no topic here (place ${place}). Add it by hand: /watch add`,
    ),
  ];
}
