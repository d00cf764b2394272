import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type DiscordSimulator, startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { aUser, deskWorld } from '../simulators/slack/desk-world.ts';
import { type SlackSimulator, startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { contentOf } from '../simulators/slack/world.ts';
import type { Asked } from './asked.ts';
import { type LoopbackCatalogue, loopbackCatalogue } from './loopback-catalogue.ts';
import { medianRow, type Row } from './row.ts';
import { awaitFirstVisits, runProgram } from './run-program.ts';

const RUNS = 3;
/** Every so-manieth outlet: their first visits bring a thousand articles. */
const EVERY_NTH = 3;
/** Nobody may look up more than ten times a minute. */
const PEOPLE = 60;
const BETWEEN_ASKS_MS = 100;
const LOOK_EVERY_MS = 2;
const LIMIT = '≤ 500';
/** What a person types while news comes in; each is a read of the database, the last three of many rows. */
const ASKED: readonly (readonly [words: string, options: Readonly<Record<string, string>>])[] = [
  ['readout help', {}],
  ['watch list', {}],
  ['readout status', {}],
  ['news latest', {}],
  ['news search', { words: 'minister' }],
  ['watch test', { topic: 'Iran IAEA inspection' }],
];

/** How long one person waited, in milliseconds: for the first sign of an answer, and for all of it. */
type Waited = { readonly first: number; readonly whole: number };

/**
 * How long people wait for the first reply on each platform while the program, a process of its own, takes in a thousand
 * articles: until the platform was told that an answer comes, and until it stood there. A median of runs.
 */
export async function replies(_asked: Asked): Promise<readonly Row[]> {
  await using catalogue = await loopbackCatalogue('steady', EVERY_NTH);
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await oneRun(catalogue));
  return [
    medianRow(
      'articles taken in meanwhile',
      runs.map(({ articles }) => articles),
      'articles',
    ),
    ...(['discord', 'slack'] as const).flatMap((platform) => rowsOf(platform, runs)),
  ];
}

type Run = {
  readonly articles: number;
  readonly discord: readonly Waited[];
  readonly slack: readonly Waited[];
};

function rowsOf(platform: 'discord' | 'slack', runs: readonly Run[]): readonly Row[] {
  const figures = (of: keyof Waited, share: number) =>
    runs.map((run) =>
      percentile(
        run[platform].map((waited) => waited[of]),
        share,
      ),
    );
  const asked = runs.map((run) => run[platform].length);
  return [
    medianRow(`${platform}: questions asked`, asked, 'questions'),
    medianRow(`${platform}: first reply, p50`, figures('first', 0.5), 'ms'),
    medianRow(`${platform}: first reply, p99`, figures('first', 0.99), 'ms', LIMIT),
    medianRow(`${platform}: whole answer, p50`, figures('whole', 0.5), 'ms'),
    medianRow(`${platform}: whole answer, p99`, figures('whole', 0.99), 'ms'),
  ];
}

function percentile(measured: readonly number[], share: number): number {
  const sorted = measured.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

async function oneRun(catalogue: LoopbackCatalogue): Promise<Run> {
  rmSync(catalogue.environment.READOUT_DATABASE, { force: true });
  await using discord = await startDiscordSimulator({ world: manyOnDiscord(), patienceMs: 60_000 });
  await using slack = await startSlackSimulator({ world: manyOnSlack() });
  await using _ = await runProgram({
    ...catalogue.environment,
    DISCORD_TOKEN: discord.token,
    READOUT_DISCORD_API: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    READOUT_SLACK_API: slack.apiUrl,
  });
  const visits = { areDone: false };
  const taken = awaitFirstVisits(catalogue).finally(() => {
    visits.areDone = true;
  });
  const [onDiscord, onSlack] = await Promise.all([
    askUntil(visits, (number) => askOnDiscord(discord, number)),
    askUntil(visits, (number) => askOnSlack(slack, number)),
  ]);
  return { articles: await taken, discord: onDiscord, slack: onSlack };
}

/** One question after the other, so that what is measured is the wait and not a queue of our own making. */
async function askUntil(
  visits: { readonly areDone: boolean },
  ask: (number: number) => Promise<Waited>,
): Promise<readonly Waited[]> {
  const waits: Waited[] = [];
  while (!visits.areDone) {
    waits.push(await ask(waits.length));
    await pause(BETWEEN_ASKS_MS);
  }
  return waits;
}

const questionAt = (number: number) => ASKED[number % ASKED.length] ?? (['readout help', {}] as const);

async function askOnDiscord(discord: DiscordSimulator, number: number): Promise<Waited> {
  const [words, options] = questionAt(number);
  const known = new Set(discord.world.interactions.keys());
  const began = performance.now();
  const seen = discord.people.slash(words, options, { user: `person-${number % PEOPLE}`, channel: 'desk' });
  const isAnswered = (): boolean =>
    [...discord.world.interactions.values()].some(
      ({ id, callback }) => !known.has(id) && callback !== undefined,
    );
  const over = { isSo: false };
  void seen.finally(() => {
    over.isSo = true;
  });
  while (!isAnswered() && !over.isSo) await pause(LOOK_EVERY_MS);
  const first = performance.now() - began;
  await seen;
  return { first, whole: performance.now() - began };
}

/** Slack is told by the acknowledgement, which it waits three seconds for. */
async function askOnSlack(slack: SlackSimulator, number: number): Promise<Waited> {
  const [words, options] = questionAt(number);
  const text = [words.replace(/^readout /, ''), ...Object.values(options)].join(' ');
  const began = performance.now();
  const said = await slack.people.slash(text, { user: `U0P${number % PEOPLE}`, channel: 'C0DESK' });
  const first = performance.now() - began;
  // What was not answered in three seconds never will be: the wait stands for itself.
  if (said.end !== 'acked') return { first, whole: first };
  await slack.until(() => said.replies().find((reply) => contentOf(reply).blocks !== undefined), 60_000);
  return { first, whole: performance.now() - began };
}

const manyOnDiscord = () => ({
  guilds: [
    {
      name: 'Newsroom',
      channels: [{ name: 'desk' }],
      roles: [{ name: 'Moderators', permissions: ['MANAGE_GUILD'] as const }],
      members: Array.from({ length: PEOPLE }, (__, place) => ({
        name: `person-${place}`,
        roles: ['Moderators'],
      })),
    },
  ],
});

function manyOnSlack() {
  const world = deskWorld();
  const people = Array.from({ length: PEOPLE }, (__, place) =>
    aUser({ id: `U0P${place}`, name: `person-${place}` }),
  );
  world.users.push(...people);
  world.channels.find(({ id }) => id === 'C0DESK')?.members.push(...people.map(({ id }) => id));
  return world;
}
