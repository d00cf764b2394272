import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuUsage } from 'node:process';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { openRest } from '#adapters/discord/open-rest.ts';
import { discordMessenger } from '#adapters/discord/sending/discord-messenger.ts';
import { slackMessenger } from '#adapters/slack/sending/slack-messenger.ts';
import { slackClient } from '#adapters/slack/slack-client.ts';
import { slackLogger } from '#adapters/slack/slack-logger.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Messenger, SendOutcome } from '#channel/messenger.ts';
import { gather } from '#compose/gather.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { openSettling } from '#delivery/settling.ts';
import { idOf } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { Secret } from '#kernel/secret.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import { aCard } from '../delivery/owed.ts';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Limits } from '../simulators/discord/rate-limits.ts';
import { aChannel, aTeam, deskWorld } from '../simulators/slack/desk-world.ts';
import type { RateRules } from '../simulators/slack/rate-limits.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';

/** A burst to send. `limits` and `rates` stand in place of the simulators' own, so that a test is short. */
export type BurstPlan = {
  readonly platform: 'discord' | 'slack';
  readonly posts: number;
  readonly channels: number;
  readonly limits?: Limits;
  readonly rates?: RateRules;
};

/** How a burst went. */
export type Burst = {
  readonly posts: number;
  readonly channels: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly requests: number;
  /** Answers with status 429 of a bucket that the headers, or Slack's documents, announce. */
  readonly limited: number;
  /** The same of the limit for everything that a bot does, which stands in no header. */
  readonly limitedEverywhere: number;
};

const NO_BUDGET = { cardsAnHour: 100_000, pingsAnHour: 100_000, pingsADay: 100_000 };
const BEAT_MS = 2_000;

/** Owes so many cards at once and delivers them as the program does. Throws where one did not arrive exactly once. */
export async function sendBurst(plan: BurstPlan): Promise<Burst> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-burst-'));
  try {
    await using platform = await openPlatform(plan);
    await using database = await openSqliteLedger({ file: join(folder, 'readout.sqlite') });
    await oweAll(database.ledger, platform.channels, plan.posts);
    const begun = performance.now();
    const cpu = cpuUsage();
    await deliverAll(database.ledger, platform.messenger);
    const seconds = (performance.now() - begun) / 1_000;
    const { user, system } = cpuUsage(cpu);
    const standing = platform.standing();
    if (standing !== plan.posts) throw new Error(`Of ${plan.posts} cards ${standing} stand.`);
    const cpuSeconds = (user + system) / 1_000_000;
    return { posts: plan.posts, channels: plan.channels, seconds, cpuSeconds, ...platform.counted() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A simulated platform, its channels, and what it counted. */
type Platform = AsyncDisposable & {
  readonly messenger: Messenger;
  readonly channels: readonly ChannelRef[];
  standing(): number;
  counted(): Pick<Burst, 'requests' | 'limited' | 'limitedEverywhere'>;
};

const openPlatform = (plan: BurstPlan): Promise<Platform> =>
  plan.platform === 'discord' ? openDiscord(plan) : openSlack(plan);

async function openDiscord({ channels, limits }: BurstPlan): Promise<Platform> {
  const names = Array.from({ length: channels }, (_, place) => ({ name: `desk-${place}` }));
  const simulator = await startDiscordSimulator({
    world: { guilds: [{ name: 'Newsroom', channels: names, members: [{ name: 'Ana' }] }] },
    ...(limits && { limits }),
  });
  const { apiUrl, token, world, served } = simulator;
  const answered = (scope: string): number =>
    served.filter(({ answer }) => answer?.status === 429 && answer.headers?.['x-ratelimit-scope'] === scope)
      .length;
  return {
    messenger: discordMessenger(openRest({ token: new Secret(token), apiUrl }), world.bot.id),
    channels: [...world.channels.values()].map(({ id, guild, name }) => ({
      id: idOf('channel', 'discord', guild, id),
      workspace: idOf('workspace', 'discord', guild),
      platform: 'discord',
      address: id,
      name: `#${name}`,
    })),
    standing: () => world.messages.size,
    counted: () => ({
      requests: served.length,
      limited: answered('user') + answered('shared'),
      limitedEverywhere: answered('global'),
    }),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}

async function openSlack({ channels, rates }: BurstPlan): Promise<Platform> {
  const { id: team, botUser } = aTeam();
  const places = Array.from({ length: channels }, (_, place) =>
    aChannel({ id: `C0DESK${place}`, name: `desk-${place}`, members: [botUser] }),
  );
  const simulator = await startSlackSimulator({
    world: { ...deskWorld(), channels: places },
    ...(rates && { rates }),
  });
  const client = slackClient(new Secret(simulator.botToken), slackLogger(silentLog), simulator.apiUrl);
  const outcomes: SendOutcome[] = [];
  const messenger = slackMessenger(client);
  return {
    messenger: {
      ...messenger,
      async create(...asked) {
        const outcome = await messenger.create(...asked);
        outcomes.push(outcome);
        return outcome;
      },
    },
    channels: places.map(({ id, name }) => ({
      id: idOf('channel', 'slack', team, id),
      workspace: idOf('workspace', 'slack', '', team),
      platform: 'slack',
      address: id,
      name: `#${name}`,
    })),
    standing: () => places.reduce((sum, { messages }) => sum + messages.length, 0),
    counted: () => ({
      requests: outcomes.length,
      limited: outcomes.filter((one) => one.kind === 'later' && one.detail.includes('ratelimited')).length,
      limitedEverywhere: 0,
    }),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}

async function oweAll(ledger: Ledger, channels: readonly ChannelRef[], posts: number): Promise<void> {
  const now = new Date();
  const [first] = channels;
  if (first === undefined) throw new Error('A burst needs a channel.');
  await ledger.transaction(async ({ workspaces, subscriptions, deliveries }) => {
    const { workspace: id, platform } = first;
    await workspaces.save({ id, platform, name: 'Newsroom', languages: ['en'], zone: 'UTC' });
    for (const channel of channels) {
      await workspaces.saveChannel(channel);
      await subscriptions.saveSettings({ ...calmSettings(channel.id), ...NO_BUDGET });
    }
    for (let post = 0; post < posts; post += 1) {
      const channel = channels[post % channels.length] ?? first;
      const story = `story-${Math.floor(post / channels.length)}` as StoryId;
      const card = aCard({ headline: `Envoys of two invented countries meet for the ${post}th time` });
      await oweCard(deliveries, { channel, story, card, cardHash: 'x', changes: [], now });
    }
  });
}

/** Beat after beat until nothing is owed: what is put off by the platform comes back by itself. */
async function deliverAll(ledger: Ledger, messenger: Messenger): Promise<void> {
  const settling = openSettling(
    () => performance.now(),
    () => new Date(),
  );
  for (;;) {
    await deliverDue({
      ledger,
      messengers: new Map([[messenger.platform, messenger]]),
      clock: () => new Date(),
      settling,
      random: () => 0.5,
      log: silentLog,
      metrics: silentMetrics,
      gather,
    });
    const { posts } = await ledger.deliveries.countStates();
    if ((posts.pending ?? 0) + (posts.sending ?? 0) + (posts.unknown ?? 0) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, BEAT_MS));
  }
}
