import type { Platform } from '#channel/channel.ts';
import type { DiscordAnnouncement } from '#tools/demo/simulated-discord.ts';
import { simulatedDiscord } from '#tools/demo/simulated-discord.ts';
import { type Look, mustAnswer } from '#tools/demo/simulated-platform.ts';
import { simulatedSlack } from '#tools/demo/simulated-slack.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../../simulators/discord/discord-simulator.ts';
import { readAloud } from '../../simulators/discord/message.ts';
import { NEWSROOM, type WorldSeed } from '../../simulators/discord/world.ts';
import { startSlackSimulator } from '../../simulators/slack/slack-simulator.ts';

/** A platform that outlives every life of the program; what stands in it is the judge. */
export type PlatformStage = AsyncDisposable & {
  /** What tells the program where it is, and lets it in. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the program calls it. */
  readonly platform: Platform;
  setClock(now: Date): Promise<void>;
  watch(topic: string): Promise<string>;
  /** What stands in #desk, or in the forum. */
  look(): Promise<Look>;
  /** From now on the program may post, and not read what stands there. */
  takeReadingAway(): void;
};

/** The platforms that can be played; `forum` is a Discord whose desk watches in a forum. */
export type PlatformName = 'discord' | 'forum' | 'slack';

const FORUM = 'stories';

/** Both platforms count some of their limits in real time, in which hours pass here in a second. */
const UNHURRIED = { limit: 1_000, windowMs: 1_000 };
const DISCORD_LIMITS = {
  'POST /channels/:channel/messages': UNHURRIED,
  'PATCH /channels/:channel/messages/:message': UNHURRIED,
  'POST /channels/:channel/threads': UNHURRIED,
};
/** The desk of the other platforms, with a forum beside it. */
const WITH_A_FORUM: WorldSeed = {
  guilds: NEWSROOM.guilds.map((guild) => ({
    ...guild,
    channels: [...guild.channels, { name: FORUM, kind: 'forum' as const }],
  })),
};

/** Starts the simulator of this platform. */
export const startPlatform = (name: PlatformName): Promise<PlatformStage> => START[name]();

async function startDiscord(): Promise<PlatformStage> {
  const simulator = await startDiscordSimulator({ limits: DISCORD_LIMITS, oldEdits: UNHURRIED });
  const { port, apiUrl, token } = simulator;
  const announced: DiscordAnnouncement = { port, apiUrl, token };
  const platform = simulatedDiscord(announced);
  return {
    platform: 'discord',
    environment: { DISCORD_TOKEN: token, READOUT_DISCORD_API: apiUrl },
    setClock: (now) => platform.setClock(now),
    watch: (topic) => platform.watch(topic),
    look: () => platform.look(),
    takeReadingAway: () => simulator.denyBot('desk', ['READ_MESSAGE_HISTORY']),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}

async function startForum(): Promise<PlatformStage> {
  const limits = DISCORD_LIMITS;
  const simulator = await startDiscordSimulator({ world: WITH_A_FORUM, limits, oldEdits: UNHURRIED });
  const { port, apiUrl, token, people } = simulator;
  const desk = simulatedDiscord({ port, apiUrl, token });
  return {
    platform: 'discord',
    environment: { DISCORD_TOKEN: token, READOUT_DISCORD_API: apiUrl },
    setClock: (now) => desk.setClock(now),
    async watch(topic) {
      await desk.watch(topic);
      const moved = await people.slash('watch edit', { topic, to: FORUM }, { user: 'Ben', channel: 'desk' });
      return mustAnswer('Discord', topic, moved.kind === 'message' ? moved.text : undefined);
    },
    look: () => Promise.resolve(lookAtForum(simulator)),
    takeReadingAway: () => simulator.denyBot(FORUM, ['READ_MESSAGE_HISTORY']),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}

/** A post's first message has the post's own id; what stands below answers it. */
function lookAtForum(simulator: DiscordSimulator): Look {
  const { world } = simulator;
  const forum = simulator.channel(FORUM).id;
  const messages = [...world.messages.values()]
    .filter(({ channel: post, isDeleted }) => world.channels.get(post)?.parent === forum && !isDeleted)
    .map(({ id, channel: post, revisions }) => ({
      id,
      ...(id !== post && { answers: post }),
      said: revisions.map(readAloud),
    }));
  return { messages, violations: simulator.violations() };
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
    platform: 'slack',
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

const START: Readonly<Record<PlatformName, () => Promise<PlatformStage>>> = {
  discord: startDiscord,
  forum: startForum,
  slack: startSlack,
};
