import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { composeReadout } from '#compose/compose-readout.ts';
import { openLog } from '#compose/open-log.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { demoConfig } from '#tools/demo/demo-config.ts';
import { type Publishers, startPublishers } from '#tools/demo/publishers.ts';
import { startTally } from '#tools/demo/tally.ts';
import { tellAccount } from '#tools/demo/tell-account.ts';
import { timedOutput } from '#tools/demo/timed-output.ts';
import { visitFirst, type Walk, walkThrough } from '#tools/demo/walk.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

const DAY = 'tests/fixtures/demo-day/day.yaml';
/** What the desk watches on the demo's day. */
const DAY_TOPICS = ['Macron Putin call', 'Macron Moscow visit', 'Iran IAEA inspection'];
/** A person at a screen can follow; nobody waits in a pipe. */
const PAUSE_AFTER_PRINT_MS = 900;
/** Of a folder: just before its oldest item, so that all of them are news. */
const FIRST_VISIT_BEFORE_MS = MINUTE_MS;

/** `readout demo` plays the demo's day; `readout demo --from DIR` any folder of feed documents. */
export async function demo(rest: readonly string[], screen: Writable & { isTTY?: boolean }): Promise<number> {
  const { values } = parseArgs({ args: [...rest], options: { from: { type: 'string' } } });
  await using publishers = await startPublishers(values.from ? ['--from', values.from] : ['--day', DAY]);
  const folder = mkdtempSync(join(tmpdir(), 'readout-demo-'));
  try {
    const own = demoConfig(readConfig(env), publishers.announcement, folder);
    const config = values.from ? own : { ...own, starters: dayTopics(own) };
    return await play(config, publishers, screen);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(
  config: Config,
  publishers: Publishers,
  screen: Writable & { isTTY?: boolean },
): Promise<number> {
  const { note, starts, oldest, moments, feeds } = publishers.announcement;
  const first = starts ? new Date(starts) : new Date(Date.parse(oldest ?? '') - FIRST_VISIT_BEFORE_MS);
  if (Number.isNaN(first.getTime())) {
    screen.write('No document there holds a dated item, so there is nothing to walk through.\n');
    return 1;
  }
  const clock = { now: first };
  const output = timedOutput(screen, () => hourOf(clock.now, config.settings.zone));
  const tally = startTally();
  const surroundings: Surroundings = {
    clock: () => clock.now,
    random: Math.random,
    output,
    environment: env,
    log: openLog(config.settings),
    metrics: tally,
    ...(note !== undefined && { note }),
  };
  await using readout = await composeReadout(config, surroundings);
  const walk: Walk = { clock, publishers, readout, onStep: follower(screen, output.printed) };

  for (const line of welcome(config, note)) screen.write(`${line}\n`);
  await visitFirst(walk);
  const { articles } = await readout.ledger.articles.count();
  screen.write(
    `First visit: ${feeds.length} feeds read, ${articles} articles in the archive, nothing posted.\n`,
  );
  await walkThrough(
    moments.map((moment) => new Date(moment)).filter((moment) => moment > first),
    walk,
  );
  screen.write(`\n${(await tellAccount(readout.ledger, tally, feeds.length)).join('\n')}\n`);
  return tally.sum('readout_articles_total', { state: 'unread' }) > 0 ? 1 : 0;
}

function dayTopics({ lexicon }: Config): readonly Topic[] {
  return DAY_TOPICS.map((query) => {
    const parsed = parseQuery(query, lexicon);
    if (parsed.kind === 'problem') throw new Error(`The demo's topic “${query}”: ${parsed.problem.message}`);
    return parsed.topic;
  });
}

function welcome({ starters, settings }: Config, note: string | undefined): readonly string[] {
  const topics = starters.map(({ written }) => `“${written}”`).join(', ');
  return [
    `Readout · a demo of the real program${note === undefined ? '' : ` · ${note}`}`,
    `#terminal watches ${topics}. Times are ${settings.zone}.`,
  ];
}

/** At a screen: how far the walk is, and a pause after each print. */
function follower(screen: Writable & { isTTY?: boolean }, printed: () => number): Walk['onStep'] {
  let before = 0;
  return async (done, all) => {
    if (screen.isTTY !== true) return;
    if (printed() > before) await pause(PAUSE_AFTER_PRINT_MS);
    before = printed();
    screen.write(`\r${done + 1}/${all}\r`);
  };
}

function hourOf(now: Date, zone: string): string {
  const hour = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  return `──── ${hour.format(now)} ────`;
}
