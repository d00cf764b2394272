import { env } from 'node:process';
import type { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { openCatalogue } from '#compose/open-catalogue.ts';
import { openDatabase } from '#compose/open-database.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Ruling } from '#story/ruling.ts';
import { misuse } from '#tools/misuse.ts';
import { planRuling, type Verb } from '#tools/plan-ruling.ts';
import { usageOfTool } from '#tools/tool-usage.ts';
import { workAlone } from '#tools/work-alone.ts';

const DRY = '--dry';
/** How many words each needs at least. */
const LEAST_WORDS: Readonly<Record<Verb, number>> = { split: 2, merge: 2, side: 3 };

/** A running Readout looks every few seconds; it may be busy with a visit. */
const PATIENCE_MS = 60 * SECOND_MS;
const LOOK_EVERY_MS = 500;

/**
 * `readout story split|merge|side`: says what it would do, and has it done: by the running Readout, or by itself where
 * none runs. With `--dry` it only says. The exit status is 1 where nothing was changed after all.
 */
export async function ruleStory(verb: Verb, rest: readonly string[], output: Writable): Promise<number> {
  const typed = rest.filter((word) => word !== DRY);
  if (typed.length < LEAST_WORDS[verb]) return misuse(usageOfTool(`story ${verb}`));
  const config = readConfig(env);
  const say = (line: string): void => void output.write(`${line}\n`);
  const number = await askFor(verb, typed, { config, say, isDry: rest.includes(DRY) });
  if (number === undefined) return 0;
  if (!(await isSomebodyAtWork(config))) {
    await workAlone(`story ${verb}`, output, async (readout) => {
      await readout.carryRulings();
      return 0;
    });
  }
  return tellOutcome(await carriedRuling(number, config), say);
}

/** Writes the decision down; nothing where it is only to be told. */
async function askFor(
  verb: Verb,
  typed: readonly string[],
  {
    config,
    say,
    isDry,
  }: { readonly config: Config; readonly say: (line: string) => void; readonly isDry: boolean },
): Promise<number | undefined> {
  const now = new Date();
  await using database = await openDatabase(config, () => new Date());
  const { ledger } = database;
  const catalogue = await openCatalogue(config, ledger);
  const { decision, preview } = await planRuling(verb, typed, {
    ledger,
    catalogue,
    lexicon: config.lexicon,
    now,
  });
  for (const line of preview) say(line);
  if (!isDry) return await ledger.rulings.ask({ decision, by: whoAmI(), at: now });
  say(`Nothing was changed. Without ${DRY} it is done.`);
  return undefined;
}

const whoAmI = (): string => env['USER'] ?? env['USERNAME'] ?? 'operator';

async function isSomebodyAtWork(config: Config): Promise<boolean> {
  await using database = await openDatabase(config, () => new Date());
  const tenure = await database.lease.current();
  return tenure !== undefined && tenure.until > new Date();
}

/** The ruling once it was carried, or as it stands when patience ends. */
async function carriedRuling(number: number, config: Config): Promise<Ruling | undefined> {
  await using database = await openDatabase(config, () => new Date());
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const ruling = await database.ledger.rulings.find(number);
    if (ruling?.carriedAt !== undefined || waited >= PATIENCE_MS) return ruling;
    await pause(LOOK_EVERY_MS);
  }
}

function tellOutcome(ruling: Ruling | undefined, say: (line: string) => void): number {
  const outcome = ruling?.outcome;
  say(
    outcome ??
      'It is written down. The running Readout has not come to it yet, and will; there is nothing more to do.',
  );
  return outcome?.startsWith('Nothing was changed') ? 1 : 0;
}
