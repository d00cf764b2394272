import { env } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { composeReadout } from '#compose/compose-readout.ts';
import { openLog } from '#compose/open-log.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import type { Config } from '#config/read-config.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Ledger } from '#ledger.ts';
import { judgePlatform } from '#tools/demo/judge-platform.ts';
import type { Publishers } from '#tools/demo/publishers.ts';
import type { SimulatedPlatform } from '#tools/demo/simulated-platform.ts';
import { startTally, type Tally } from '#tools/demo/tally.ts';
import { tellAccount } from '#tools/demo/tell-account.ts';
import { arrivalTeller } from '#tools/demo/tell-arrivals.ts';
import { type Screen, timedOutput } from '#tools/demo/timed-output.ts';
import { visitFirst, type Walk, walkThrough } from '#tools/demo/walk.ts';
import { watchOn } from '#tools/demo/watch-on.ts';

/** What is played, beginning with a first visit at `start`. */
export type Scene = {
  readonly config: Config;
  readonly publishers: Publishers;
  readonly platforms: readonly SimulatedPlatform[];
  readonly start: Date;
};

/** A person at a screen can follow; nobody waits in a pipe. */
const PAUSE_AFTER_PRINT_MS = 900;
/** Platforms count requests in real time, in which the demo's day passes in seconds. */
const PAUSE_AFTER_SENDING_MS = SECOND_MS;

/** Plays it through the real program, and tells on the screen what a desk would see. Gives the exit status. */
export async function play(scene: Scene, screen: Screen): Promise<number> {
  const { config, publishers, platforms, start } = scene;
  const { note, moments, feeds } = publishers.announcement;
  const clock = { now: start };
  const output = timedOutput(screen, () => hourOf(clock.now, config.settings.zone));
  const tally = startTally();
  const surroundings: Surroundings = {
    clock: () => clock.now,
    stopwatch: () => clock.now.getTime(),
    random: Math.random,
    output,
    environment: env,
    log: openLog(config.settings),
    metrics: tally,
    ...(note !== undefined && { note }),
  };
  await using readout = await composeReadout(config, surroundings);
  const onStep = follower(screen, output.printed);
  const arrivals = arrivalTeller(platforms);
  const onSent = async (): Promise<void> => {
    if (platforms.length === 0) return;
    tell(await arrivals(), output);
    await pause(PAUSE_AFTER_SENDING_MS);
  };
  const walk: Walk = { clock, publishers, platforms, readout, onStep, onSent };

  tell(welcome(config, note), screen);
  await visitFirst(walk);
  const { articles } = await readout.ledger.articles.count();
  tell(
    [`First visit: ${feeds.length} feeds read, ${articles} articles in the archive, nothing posted.`],
    screen,
  );
  tell(await watchOn(platforms, config.starters, walk), screen);
  await walkThrough(
    moments.map((moment) => new Date(moment)).filter((moment) => moment > clock.now),
    walk,
  );
  const problems = await tellEnd(scene, readout.ledger, tally, screen);
  return problems > 0 || tally.sum('readout_articles_total', { state: 'unread' }) > 0 ? 1 : 0;
}

/** What it amounted to, and what is not as it should be on the platforms; gives how much that is. */
async function tellEnd(
  { publishers, platforms }: Scene,
  ledger: Ledger,
  tally: Tally,
  screen: Screen,
): Promise<number> {
  const account = await tellAccount(ledger, tally, publishers.announcement.feeds.length);
  const judgements = await Promise.all(platforms.map((platform) => judgePlatform(platform, ledger)));
  const counts = judgements.map(({ count }) => `  ${count}`);
  const problems = judgements.flatMap((judgement) => judgement.problems);
  tell(['', ...account, ...counts, ...problems.map((problem) => `✗ ${problem}`)], screen);
  return problems.length;
}

const tell = (lines: readonly string[], screen: Screen): void =>
  void screen.write(lines.map((line) => `${line}\n`).join(''));

function welcome({ starters, settings }: Config, note: string | undefined): readonly string[] {
  const topics = starters.map(({ written }) => `“${written}”`).join(', ');
  return [
    `Readout · a demo of the real program${note === undefined ? '' : ` · ${note}`}`,
    `#terminal watches ${topics}. Times are ${settings.zone}.`,
  ];
}

/** At a screen: how far the walk is, and a pause after each print. */
function follower(screen: Screen, printed: () => number): Walk['onStep'] {
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
