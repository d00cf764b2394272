import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { composeReadout } from '#compose/compose-readout.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import { readConfig } from '#config/read-config.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { demoConfig } from '#tools/demo/demo-config.ts';
import { startPublishers } from '#tools/demo/publishers.ts';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';

/** Long enough after an article that the edits it caused are due. */
const SETTLE_MS = 11 * SECOND_MS;
/** Platforms count requests in real time, in which a day passes in seconds. */
const PAUSE_AFTER_SENDING_MS = SECOND_MS;

/**
 * The real program on a simulated Discord and a simulated Slack, reading a day of invented outlets, from before the first
 * visit; nobody watches anything. Its clock is moved from one moment to the next.
 */
export async function playedNewsroom(dayFile: string) {
  await using opening = new AsyncDisposableStack();
  const publishers = opening.use(await startPublishers(['--day', dayFile]));
  const { note, starts } = publishers.announcement;
  if (starts === undefined || note === undefined) throw new Error('The day says no start, or no note.');
  const clock = { now: new Date(starts) };
  const discord = opening.use(await startDiscordSimulator({ world: { guilds: [] }, now: clock.now }));
  const slack = opening.use(await startSlackSimulator());
  const folder = await mkdtemp(join(tmpdir(), 'readout-pictures-'));
  opening.defer(() => rm(folder, { recursive: true }));

  const config = readConfig({
    DISCORD_TOKEN: discord.token,
    READOUT_DISCORD_API: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    READOUT_SLACK_API: slack.apiUrl,
  });
  const demo = demoConfig(config, publishers.announcement, folder, config.settings);
  const settings = { ...demo.settings, terminal: { isEnabled: false, watchesStarters: false } };
  const surroundings: Surroundings = {
    clock: () => clock.now,
    stopwatch: () => clock.now.getTime(),
    random: () => 0.5,
    output: new PassThrough(),
    environment: {},
    log: silentLog,
    metrics: silentMetrics,
    note,
  };
  const readout = opening.use(await composeReadout({ ...demo, settings }, surroundings));

  const moveTo = async (moment: Date): Promise<void> => {
    clock.now = moment;
    discord.clock.moveTo(moment);
    slack.clock.moveTo(moment);
    await publishers.setClock(moment);
  };
  const deliver = async (): Promise<void> => {
    const { sent } = await readout.deliver();
    if (sent > 0) await pause(PAUSE_AFTER_SENDING_MS);
  };
  await moveTo(clock.now);
  await readout.visit();
  const opened = opening.move();
  return {
    readout,
    discord,
    slack,
    zone: settings.zone,
    now: () => clock.now,
    passSeconds: (seconds: number) => moveTo(new Date(clock.now.getTime() + seconds * SECOND_MS)),
    /** Lives on until then, looking every so many minutes whether something is due. */
    async liveUntil(moment: Date, everyMinutes: number) {
      while (clock.now < moment) {
        const next = clock.now.getTime() + everyMinutes * MINUTE_MS;
        await moveTo(new Date(Math.min(next, moment.getTime())));
        await readout.visit();
        await readout.oweDigests();
        await deliver();
        await moveTo(new Date(clock.now.getTime() + SETTLE_MS));
        await deliver();
      }
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

export type PlayedNewsroom = Awaited<ReturnType<typeof playedNewsroom>>;
