import { setTimeout as pause } from 'node:timers/promises';
import type { WhenUncertain } from '#channel/channel.ts';
import type { OwedMessage } from '#delivery/owed-message.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import type { Rhythm } from '#subscription/rhythm.ts';
import { type Dice, diceFrom } from '../../bench/dice.ts';
import { configFolder } from '../../config/small-config.ts';
import { type Newsstand, newsstand } from '../../journey/newsstand.ts';
import { type Tally, tallyOf } from '../tally.ts';
import { type DatabaseName, type DatabaseStage, startDatabase } from './database-stage.ts';
import { type Death, nextDeath, type Point } from './death.ts';
import type { Control } from './in-the-program.ts';
import { newsConfig, PAIRS, type Pair, report, TOPIC, withdrawal } from './invented-news.ts';
import { digestsOn, seenIn, tellFaults, timesInDigests, timesSeen } from './judge.ts';
import { type ProgramLife, startLife } from './killed-program.ts';
import { type PlatformName, type PlatformStage, startPlatform } from './platform-stage.ts';

/** One run: a program is killed so often, starts again each time, and is judged at the end. */
export type Kills = {
  readonly platform: PlatformName;
  readonly database: DatabaseName;
  readonly kills: number;
  readonly seed: number;
  /** Absent where it has the right to read what stands in the channel; else what the desk chose for that. */
  readonly whenUncertain?: WhenUncertain;
  readonly control?: Control;
  /** Its desk is told in a daily digest, and in nothing else. */
  readonly inDigests?: boolean;
  /** At which points it dies, one after the other; absent, at all of them and by the clock. */
  readonly points?: readonly Point[];
  /** How long after it was ready it is asked to end, one life after the other; absent, it is killed. */
  readonly askedAfterMs?: readonly (number | undefined)[];
  /** By how much its clock is further each time it starts, where that is not left to chance; a clock may be set back. */
  readonly clockMovesMs?: readonly number[];
  /** By how much its clock is wrong in each life, when it starts and from the moment on that it is ready. */
  readonly wrongClocksMs?: readonly WrongClock[];
  readonly onKilled?: (kills: number, how: string) => void;
  /** Is told each line that the program logs, in all of its lives. */
  readonly onLogged?: (line: string) => void;
};

type WrongClock = { readonly atStart: number; readonly onceReady: number };

/** What came of it. */
export type Judgement = {
  readonly tally: Tally;
  /** How many deaths were at each named point, and by the clock. */
  readonly deaths: ReadonlyMap<string, number>;
  /** How many cards stand in each state by the program's own account. */
  readonly states: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
  /** What is lost or doubled, a line each, with where the program says that it stands, and why. */
  readonly faults: readonly string[];
};

/** How long the program is away; rare feeds are read hourly. The lease of the killed one has run out each time. */
const LONGEST_AWAY_MS = 70 * MINUTE_MS;
const AWAY_MS = [90 * SECOND_MS, 5 * MINUTE_MS, ...Array.from({ length: 4 }, () => LONGEST_AWAY_MS)];
/** A report is withdrawn that has stood in the channel for so many lives. */
const LIVES_BETWEEN = 4;
/** The channel is sent all at once: what a budget does with it is tested elsewhere. */
const NO_BUDGET = { cardsAnHour: 100_000, pingsAnHour: 100_000, pingsADay: 100_000 };
/** A point is not always passed: where nothing is to be sent. Where points are named it is. */
const SHORT_LIFE_MS = 2_500;
const LONG_LIFE_MS = 30_000;
const LOOK_EVERY_MS = 100;
const MOST_TRIES = 5;
const MOST_WAITING = 6;
/** A program that lives too short to send a card within half a day gives it up, as it should: then it is away less. */
const LONGEST_WAITING_MS = 4 * HOUR_MS;
const LESS_AWAY_MS = 10 * MINUTE_MS;
/** A digest comes every other life; one that is on its way is not left alone so long that it is news no more. */
const AWAY_BETWEEN_DIGESTS_MS = 11 * HOUR_MS;
const DIGEST: Rhythm = { days: 'daily', at: '08:00' };
/** In so many lives all that failed is tried again, and every edit falls due. */
const MOST_LAST_LIVES = 20;
const LAST_LIFE_MS = 60_000;
const SOON_MS = 2 * SECOND_MS;
/** More than any run owes. */
const ALL = 100_000;

/** What outlives the program, and how long the program was away in all. */
type Stage = {
  readonly stand: Newsstand;
  readonly platform: PlatformStage;
  readonly database: DatabaseStage;
  readonly environment: Readonly<Record<string, string>>;
  readonly dice: Dice;
  readonly run: Kills;
  readonly clock: { aheadMs: number };
  /** In which life the report on each pair was published, and when by the clock of the stage. */
  readonly reported: Map<Pair, Publication>;
  readonly withdrawn: Set<Pair>;
};

type Publication = { readonly life: number; readonly aheadMs: number };

/** Kills the program as often as it is told, then lets it do what is left, and counts what stands in the channel. */
export async function killManyTimes(run: Kills): Promise<Judgement> {
  await using setting = new AsyncDisposableStack();
  const stand = setting.use(await newsstand(new Date()));
  const platform = setting.use(await startPlatform(run.platform));
  const database = setting.use(await startDatabase(run.database));
  const config = setting.use(configFolder(newsConfig(stand.urlOf)));
  const stage: Stage = {
    stand,
    platform,
    database,
    environment: { READOUT_CONFIG: config.path, ...platform.environment, ...database.environment },
    dice: diceFrom(run.seed),
    run,
    clock: { aheadMs: 0 },
    reported: new Map(),
    withdrawn: new Set(),
  };
  await firstLife(stage);
  if (run.whenUncertain !== undefined) platform.takeReadingAway();
  const deaths = new Map<string, number>();
  for (let number = 0; number < run.kills; number += 1) {
    await publish(number, stage);
    const death = deathOf(number, stage);
    const how = await liveAndDie(death, stage, run.wrongClocksMs?.[number]);
    deaths.set(how, (deaths.get(how) ?? 0) + 1);
    run.onKilled?.(number + 1, how);
  }
  await lastLives(stage);
  return { ...(await judge(stage)), deaths, violations: (await platform.look()).violations };
}

/** The desk begins to watch, and every feed is visited once: what comes later is news. */
async function firstLife(stage: Stage): Promise<void> {
  await using life = begin(stage);
  await life.ready;
  await watchAtLast(stage);
  await using opened = await stage.database.open();
  const { feeds, workspaces, subscriptions } = opened.ledger;
  while (!(await feeds.listAll()).every(({ isFirstVisitDone }) => isFirstVisitDone))
    await pause(LOOK_EVERY_MS);
  for (const { id } of await workspaces.listChannelsOn(stage.platform.platform)) {
    const { whenUncertain = 'repeat' } = stage.run;
    await subscriptions.saveSettings({ ...calmSettings(id), ...NO_BUDGET, whenUncertain });
    if (stage.run.inDigests !== true) continue;
    for (const watch of await subscriptions.listByChannel(id))
      await subscriptions.update({ ...watch, digest: DIGEST, digestSince: watch.createdAt });
  }
  await life.end();
}

async function clockMoveOf(number: number, waiting: readonly Publication[], stage: Stage): Promise<number> {
  const { run, dice, clock } = stage;
  if (run.inDigests === true) {
    const isOnItsWay = (await openRows(stage)).some(({ kind }) => kind === 'digest');
    const untilTheNextMs = run.points === undefined ? AWAY_BETWEEN_DIGESTS_MS : DAY_MS;
    return isOnItsWay ? LESS_AWAY_MS : untilTheNextMs;
  }
  const moveMs = run.points === undefined ? dice.pick(AWAY_MS) : LONGEST_AWAY_MS;
  const waitsLong = waiting.some(({ aheadMs }) => clock.aheadMs - aheadMs > LONGEST_WAITING_MS);
  return run.clockMovesMs?.[number] ?? (waitsLong ? Math.min(moveMs, LESS_AWAY_MS) : moveMs);
}

function deathOf(number: number, { run, dice }: Stage): Death {
  const askedMs = run.askedAfterMs?.[number];
  if (askedMs !== undefined) return { kind: 'asked-to-end', ms: askedMs };
  const point = run.points?.[number];
  return point === undefined ? nextDeath(number, dice) : { kind: 'at-point', point, nth: 1 };
}

/** People wait five seconds for an answer, which a busy machine may not give them. */
async function watchAtLast({ platform }: Stage): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await platform.watch(TOPIC);
      return;
    } catch (cause) {
      if (tries === MOST_TRIES) throw cause;
    }
  }
}

/** One or two reports, each of which makes a new card; every other time one is withdrawn, which edits a card and is told by a pointer. */
async function publish(number: number, stage: Stage): Promise<void> {
  const { stand, dice, reported, withdrawn, run, clock } = stage;
  const look = await stage.platform.look();
  const { cards } = seenIn(look);
  const isTold = ({ name }: Pair): boolean =>
    run.inDigests === true ? digestsOn(name, look).length > 0 : cards.has(name);
  const waiting = [...reported].filter(([pair]) => !isTold(pair)).map(([, publication]) => publication);
  await passTime(await clockMoveOf(number, waiting, stage), stage);
  const wanted = run.points === undefined ? 1 + dice.below(2) : 1;
  const reports = waiting.length < MOST_WAITING ? wanted : 0;
  for (let made = 0; made < reports; made += 1) {
    const pair = PAIRS[reported.size];
    if (pair === undefined) throw new Error(`There are no more than ${PAIRS.length} pairs of countries.`);
    offer(report(pair), stand);
    reported.set(pair, { life: number, aheadMs: clock.aheadMs });
  }
  if (run.control !== undefined || run.inDigests === true || dice.below(2) === 0) return;

  const [standing] =
    [...reported].find(
      ([one, { life }]) => life + LIVES_BETWEEN <= number && cards.has(one.name) && !withdrawn.has(one),
    ) ?? [];
  if (standing === undefined) return;
  offer(withdrawal(standing), stand);
  withdrawn.add(standing);
}

const offer = ({ id, title, summary }: ReturnType<typeof report>, stand: Newsstand): void =>
  stand.publish('courier', id, title, summary);

async function passTime(ms: number, { clock, stand, platform }: Stage): Promise<void> {
  clock.aheadMs += ms;
  const now = new Date(Date.now() + clock.aheadMs);
  stand.setClock(now);
  await platform.setClock(now);
}

/** Gives the point at which it died, or that its time was over. */
async function liveAndDie(death: Death, stage: Stage, wrong?: WrongClock): Promise<string> {
  await using life = begin(stage, death, wrong?.atStart);
  if (wrong !== undefined) {
    await life.ready;
    life.setClock(stage.clock.aheadMs + wrong.onceReady);
  }
  const how = await life.die(death, stage.run.points === undefined ? SHORT_LIFE_MS : LONG_LIFE_MS);
  return how === 'at its point' && death.kind === 'at-point' ? death.point : how;
}

function begin({ environment, clock, run }: Stage, death?: Death, wrongMs = 0): ProgramLife {
  const tampering = {
    clockAheadMs: clock.aheadMs + wrongMs,
    ...(death?.kind === 'at-point' && { diesAt: death }),
    ...(run.control !== undefined && { control: run.control }),
  };
  return startLife(environment, tampering, run.onLogged);
}

/** Lives in good order, until two of them have left nothing that is still to be sent. */
async function lastLives(stage: Stage): Promise<void> {
  let leftNothing = 0;
  for (let number = 0; number < MOST_LAST_LIVES && leftNothing < 2; number += 1) {
    await passTime(stage.run.inDigests === true ? AWAY_BETWEEN_DIGESTS_MS : LONGEST_AWAY_MS, stage);
    const asked = stage.stand.asked('courier').length;
    await using life = begin(stage);
    await life.ready;
    const hasAsked = () => stage.stand.asked('courier').length > asked;
    for (let waitedMs = 0; waitedMs < LAST_LIFE_MS; waitedMs += LOOK_EVERY_MS) {
      await pause(LOOK_EVERY_MS);
      if (hasAsked() && (await openRows(stage)).every(({ row }) => row.dueAt > later(stage))) break;
    }
    await life.end();
    leftNothing = hasAsked() && (await openRows(stage)).length === 0 ? leftNothing + 1 : 0;
  }
}

/** What falls due in less than a life is worth waiting for. */
const later = ({ clock }: Stage): string => new Date(Date.now() + clock.aheadMs + SOON_MS).toISOString();

async function openRows({ database }: Stage): Promise<readonly OwedMessage[]> {
  await using opened = await database.open();
  return await opened.ledger.owed.list({ states: ['pending', 'sending', 'unknown', 'held'], limit: ALL });
}

/** By what the simulator keeps; what is uncertain, by what the program says. */
async function judge({
  platform,
  database,
  reported,
  withdrawn,
  run,
}: Stage): Promise<Omit<Judgement, 'deaths' | 'violations'>> {
  const look = await platform.look();
  const seen =
    run.inDigests === true
      ? timesInDigests(look, [...reported.keys()])
      : timesSeen(look, [...reported.keys()], [...withdrawn]);
  await using opened = await database.open();
  const { deliveries, owed } = opened.ledger;
  const { posts, pointers } = await deliveries.countStates();
  const uncertain = (posts.uncertain ?? 0) + (pointers.uncertain ?? 0) + (await owed.countRepeated());
  const times = seen.map((one) => one.times);
  return {
    tally: tallyOf(times, uncertain),
    states: posts,
    faults: await tellFaults(seen, owed),
  };
}
