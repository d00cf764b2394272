import { env } from 'node:process';
import type { Writable } from 'node:stream';
import { type FeedFinding, inspectFeeds } from '#article/inspect-feeds.ts';
import { checkDatabase } from '#compose/check-database.ts';
import { openInspection } from '#compose/open-inspection.ts';
import { InvalidSettings, type Problem } from '#config/problem.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import { misuse } from '#tools/misuse.ts';

/** sysexits.h: EX_CONFIG. */
const EXIT_CONFIG = 78;

/**
 * `readout check [--offline]`: settings, database and, unless told otherwise, every feed, visited once; what works, what
 * does not, and the remedy. The exit status is 78 when something must be mended before a start, 1 when only feeds fail.
 */
export async function check(rest: readonly string[], output: Writable): Promise<number> {
  if (rest.some((word) => word !== '--offline')) return misuse('readout check [--offline]');
  const say = (line: string): void => void output.write(`${line}\n`);
  const config = readOrTell(say);
  if (!config) return EXIT_CONFIG;
  tellSettings(config, say);

  const database = await checkDatabase(config);
  say(
    database.remedy === undefined
      ? `✓ database: ${database.message}`
      : `✗ database: ${database.message}\n  → ${database.remedy}`,
  );
  const failing = rest.includes('--offline') ? [] : await visitAll(config, say);
  if (rest.includes('--offline')) say('· feeds: not visited (--offline)');
  if (database.remedy !== undefined) return EXIT_CONFIG;
  return failing.length === 0 ? 0 : 1;
}

function readOrTell(say: (line: string) => void): Config | undefined {
  try {
    return readConfig(env);
  } catch (cause) {
    if (!(cause instanceof InvalidSettings)) throw cause;
    for (const problem of cause.problems) tellProblem(problem, say);
    return undefined;
  }
}

const tellProblem = ({ where, message, remedy }: Problem, say: (line: string) => void): void =>
  say(`✗ ${where}: ${message}\n  → ${remedy}`);

function tellSettings({ settings, lexicon, catalogue, starters }: Config, say: (line: string) => void): void {
  say(
    `✓ settings: ${lexicon.actors.size} actors, ${lexicon.events.size} event types, ${starters.length} starter topics`,
  );
  say(`✓ catalogue: ${catalogue.feeds.length} feeds of ${catalogue.outlets.length} outlets`);
  say(
    settings.terminal.isEnabled
      ? '✓ terminal: cards are printed here'
      : '· terminal: switched off, cards go nowhere',
  );
  say(
    settings.web.port > 0
      ? `✓ web: ${settings.web.host}:${settings.web.port}`
      : '· web: switched off (web.port: 0)',
  );
}

async function visitAll(config: Config, say: (line: string) => void): Promise<readonly FeedFinding[]> {
  const { feeds, outlets } = config.catalogue;
  const names = new Map(outlets.map(({ id, name }) => [id, name]));
  const findings: FeedFinding[] = [];
  await using inspection = openInspection(config);
  await inspectFeeds(feeds, inspection, (finding) => {
    findings.push(finding);
    const outlet = names.get(finding.feed.outlet) ?? finding.feed.outlet;
    say(lineOf(finding, `${findings.length}/${feeds.length} ${outlet}`));
  });
  const failing = findings.filter(({ problem }) => problem !== undefined);
  if (failing.length > 0) {
    say(`  → ${failing.length} of ${feeds.length} feeds do not answer now; the rest goes on without them.`);
    say('    If it is all of them, look at your network or proxy.');
  }
  return failing;
}

function lineOf({ feed, items, newest, problem }: FeedFinding, who: string): string {
  if (problem !== undefined) return `✗ ${who}: ${problem} (${feed.url})`;
  return `✓ ${who}: ${items} items${newest === undefined ? '' : `, newest ${newest}`}`;
}
