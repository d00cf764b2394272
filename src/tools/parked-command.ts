import { env } from 'node:process';
import type { Writable } from 'node:stream';
import type { Readout } from '#compose/compose-readout.ts';
import { openCatalogue } from '#compose/open-catalogue.ts';
import { openDatabase } from '#compose/open-database.ts';
import { InvalidSettings } from '#config/problem.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import { clearParked } from '#feed/clear-parked.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { Ledger } from '#ledger.ts';
import { misuse } from '#tools/misuse.ts';
import { usageOfTool } from '#tools/tool-usage.ts';
import { workAlone } from '#tools/work-alone.ts';

/** Enough to see whether it is news. */
const TITLES_SHOWN = 3;

/** What the flood rule holds back of one outlet. */
type Parked = { readonly outlet: OutletId; readonly name: string; readonly articles: number };
type Verdict = 'release' | 'drop';
type Say = (line: string) => void;

/**
 * `readout parked` lists what the flood rule holds back; `release [OUTLET]` carries it as the news it is, `drop
 * [OUTLET]` deletes it for good. The exit status is 1 when something released could not be read.
 */
export async function parked(rest: readonly string[], output: Writable): Promise<number> {
  const [verdict, ...named] = rest;
  const say: Say = (line) => void output.write(`${line}\n`);
  if (verdict === undefined) return list(readConfig(env), say);
  if (verdict !== 'release' && verdict !== 'drop') return misuse(usageOfTool('parked'));
  return workAlone('parked', output, (readout, config) =>
    decide(verdict, named.join(' '), { readout, config }, say),
  );
}

async function list(config: Config, say: Say): Promise<number> {
  await using database = await openDatabase(config, () => new Date());
  const held = await parkedIn(database.ledger, await openCatalogue(config, database.ledger));
  if (held.length === 0) say('Nothing is held back.');
  for (const { outlet, name, articles } of held) {
    say(`${name} (${outlet}): ${counted(articles)}, such as`);
    const some = await database.ledger.articles.listInState('parked', TITLES_SHOWN, outlet);
    for (const { title } of some) say(`  ${title.replaceAll(/\s+/g, ' ')}`);
  }
  if (held.length > 0)
    say('Release them as news, or drop them for good: readout parked release|drop [OUTLET]');
  return 0;
}

async function decide(
  verdict: Verdict,
  named: string,
  { readout, config }: { readonly readout: Readout; readonly config: Config },
  say: Say,
): Promise<number> {
  const { ledger } = readout;
  const catalogue = await openCatalogue(config, ledger);
  const chosen = choose(await parkedIn(ledger, catalogue), named);
  if (chosen.length === 0) say('Nothing is held back.');
  let unread = 0;
  for (const one of chosen) {
    if (verdict === 'release') unread += await release(one, readout, say);
    else say(`${one.name}: ${await ledger.articles.dropParked(one.outlet)} dropped.`);
    const feeds = catalogue.allFeeds().filter(({ outlet }) => outlet === one.outlet);
    await clearParked(new Set(feeds.map(({ id }) => id)), ledger.feeds);
  }
  return unread === 0 ? 0 : 1;
}

async function parkedIn({ articles }: Ledger, catalogue: Catalogue): Promise<readonly Parked[]> {
  const counts = await articles.countInState('parked');
  return [...counts].map(([outlet, count]) => ({
    outlet,
    name: catalogue.outlet(outlet)?.name ?? outlet,
    articles: count,
  }));
}

/** By id or name; all of them where none is named. */
function choose(held: readonly Parked[], named: string): readonly Parked[] {
  if (named === '') return held;
  const wanted = named.toLowerCase();
  const chosen = held.filter(
    ({ outlet, name }) => outlet === named || outlet === wanted || name.toLowerCase() === wanted,
  );
  if (chosen.length > 0) return chosen;
  throw new InvalidSettings([
    {
      where: 'readout parked',
      message: `Nothing is held back of “${named}”.`,
      remedy: 'Take an outlet that “readout parked” lists.',
    },
  ]);
}

/** Gives how many could not be read. */
async function release(one: Parked, readout: Readout, say: Say): Promise<number> {
  const carried = await readout.release(one.outlet);
  if (carried === undefined) {
    say(`${one.name}: no outlet of the catalogue any more, so ${counted(one.articles)} can only be dropped.`);
    return 0;
  }
  const { read, unread } = carried;
  say(
    `${one.name}: ${read} released${unread > 0 ? `, ${unread} unread: the log says why` : ''}. Cards go out once Readout runs.`,
  );
  return unread;
}

const counted = (articles: number): string => (articles === 1 ? '1 article' : `${articles} articles`);
