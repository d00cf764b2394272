import type { DiscordAnnouncement } from '#tools/demo/simulated-discord.ts';
import { simulatedDiscord } from '#tools/demo/simulated-discord.ts';
import type { Look } from '#tools/demo/simulated-platform.ts';
import { simulatedSlack } from '#tools/demo/simulated-slack.ts';
import { startDiscordSimulator } from '../../simulators/discord/discord-simulator.ts';
import { startSlackSimulator } from '../../simulators/slack/slack-simulator.ts';

/** A platform that outlives every life of the program; what stands in it is the judge. */
export type PlatformStage = AsyncDisposable & {
  /** What tells the program where it is, and lets it in. */
  readonly environment: Readonly<Record<string, string>>;
  setClock(now: Date): Promise<void>;
  watch(topic: string): Promise<string>;
  /** What stands in #desk. */
  look(): Promise<Look>;
  /** From now on the program may post, and not read what stands there. */
  takeReadingAway(): void;
};

/** The platforms that can be played. */
export type PlatformName = 'discord' | 'slack';

/** Both platforms count some of their limits in real time, in which hours pass here in a second. */
const UNHURRIED = { limit: 1_000, windowMs: 1_000 };
const DISCORD_LIMITS = {
  'POST /channels/:channel/messages': UNHURRIED,
  'PATCH /channels/:channel/messages/:message': UNHURRIED,
};

/** Starts the simulator of this platform. */
export const startPlatform = (name: PlatformName): Promise<PlatformStage> =>
  name === 'discord' ? startDiscord() : startSlack();

async function startDiscord(): Promise<PlatformStage> {
  const simulator = await startDiscordSimulator({ limits: DISCORD_LIMITS, oldEdits: UNHURRIED });
  const { port, apiUrl, token } = simulator;
  const announced: DiscordAnnouncement = { port, apiUrl, token };
  const platform = simulatedDiscord(announced);
  return {
    environment: { DISCORD_TOKEN: token, READOUT_DISCORD_API: apiUrl },
    setClock: (now) => platform.setClock(now),
    watch: (topic) => platform.watch(topic),
    look: () => platform.look(),
    takeReadingAway: () => simulator.denyBot('desk', ['READ_MESSAGE_HISTORY']),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}

async function startSlack(): Promise<PlatformStage> {
  const simulator = await startSlackSimulator();
  const { apiUrl, controlUrl, botToken, appToken, world } = simulator;
  const platform = simulatedSlack({
    apiUrl,
    controlUrl,
    botToken,
    appToken,
    channels: world.channels.map(({ id, name }) => ({ id, name })),
    users: world.users.map(({ id, isAdmin }) => ({ id, isAdmin })),
  });
  return {
    environment: { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, READOUT_SLACK_API: apiUrl },
    setClock: (now) => platform.setClock(now),
    watch: (topic) => platform.watch(topic),
    look: () => platform.look(),
    takeReadingAway() {
      for (const team of world.teams)
        team.scopes = team.scopes.filter((scope) => !scope.endsWith(':history'));
    },
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}
