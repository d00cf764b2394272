import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_DAY } from '#tools/demo/demo-day.ts';
import { startPublishers } from '#tools/demo/publishers.ts';
import { simulatedDiscord } from '#tools/demo/simulated-discord.ts';
import type { SimulatedPlatform } from '#tools/demo/simulated-platform.ts';
import { simulatedSlack } from '#tools/demo/simulated-slack.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { type SlackSimulator, startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import type { DayAddresses } from './live-through-day.ts';

/** The publishers of the demo's day, both platforms, and a folder for the database: all outlive the program. */
export type DayStage = AsyncDisposable & {
  readonly addresses: DayAddresses;
  readonly platforms: readonly SimulatedPlatform[];
  readonly discord: DiscordSimulator;
  readonly slack: SlackSimulator;
};

/** Discord's limits count in real time, in which this day passes in seconds. */
const UNHURRIED = { limit: 1_000, windowMs: 1_000 };
const LIMITS = {
  'POST /channels/:channel/messages': UNHURRIED,
  'PATCH /channels/:channel/messages/:message': UNHURRIED,
};

/** Sets the stage, with all clocks at the beginning of the day. */
export async function dayStage(): Promise<DayStage> {
  await using setting = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'readout-day-'));
  setting.defer(() => rm(folder, { recursive: true }));
  const publishers = setting.use(await startPublishers(['--day', DEMO_DAY]));
  const start = new Date(publishers.announcement.starts ?? '');
  const discord = setting.use(await startDiscordSimulator({ now: start, limits: LIMITS }));
  const slack = setting.use(await startSlackSimulator());
  slack.clock.moveTo(start);
  const addresses = {
    publishers: publishers.announcement,
    discord: { port: discord.port, apiUrl: discord.apiUrl, token: discord.token },
    slack: {
      apiUrl: slack.apiUrl,
      controlUrl: slack.controlUrl,
      botToken: slack.botToken,
      appToken: slack.appToken,
      channels: slack.world.channels.map(({ id, name }) => ({ id, name })),
      users: slack.world.users.map(({ id, isAdmin }) => ({ id, isAdmin })),
    },
    folder,
  };
  const platforms = [simulatedDiscord(addresses.discord), simulatedSlack(addresses.slack)];
  const set = setting.move();
  return { addresses, platforms, discord, slack, [Symbol.asyncDispose]: () => set.disposeAsync() };
}
