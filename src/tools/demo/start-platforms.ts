import type { Settings } from '#config/settings.ts';
import { type DiscordAnnouncement, simulatedDiscord } from '#tools/demo/simulated-discord.ts';
import type { SimulatedPlatform } from '#tools/demo/simulated-platform.ts';
import { type SlackAnnouncement, simulatedSlack } from '#tools/demo/simulated-slack.ts';
import { startSimulator } from '#tools/demo/simulator-process.ts';

/** The chosen platforms' simulators, running, and how the program's settings reach them. */
export type StartedPlatforms = AsyncDisposable & {
  readonly platforms: readonly SimulatedPlatform[];
  readonly settings: Pick<Settings, 'discord' | 'slack'>;
};

/** Starts a simulator for each platform that was chosen, with its clock at `now`. */
export async function startPlatforms(
  chosen: { readonly discord: boolean; readonly slack: boolean },
  now: Date,
): Promise<StartedPlatforms> {
  await using starting = new AsyncDisposableStack();
  const clock = ['--now', now.toISOString()];
  const platforms: SimulatedPlatform[] = [];
  if (chosen.discord) {
    const discord = starting.use(await startSimulator<DiscordAnnouncement>('discord', clock));
    platforms.push(simulatedDiscord(discord.announced));
  }
  if (chosen.slack) {
    const slack = starting.use(await startSimulator<SlackAnnouncement>('slack', clock));
    platforms.push(simulatedSlack(slack.announced));
  }
  const settings = Object.assign({}, ...platforms.map((platform) => platform.settings)) as Settings;
  const started = starting.move();
  return { platforms, settings, [Symbol.asyncDispose]: () => started.disposeAsync() };
}
