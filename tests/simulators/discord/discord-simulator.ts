import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commandRoutes } from './command-routes.ts';
import { type Discord, mustHave } from './discord.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { type Message, readAloud, shownBody } from './message.ts';
import { messageRoutes } from './message-routes.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import { People } from './people.ts';
import { bitsOf, type Permission } from './permission.ts';
import { type Limit, type Limits, RateLimits } from './rate-limits.ts';
import { readingRoutes } from './reading-routes.ts';
import { isInvalidRequest, type Served, serveRest } from './rest-server.ts';
import { channelPayload, guildCreatePayload } from './wire.ts';
import { type Channel, createWorld, NEWSROOM, named, type World, type WorldSeed } from './world.ts';

/** How the simulator is started; everything has a default. */
export type DiscordSimulatorOptions = {
  readonly world?: WorldSeed;
  /** Rate limits by route, such as `POST /channels/:channel/messages`. */
  readonly limits?: Limits;
  /** Edits of a channel's messages older than an hour; Discord publishes no number. */
  readonly oldEdits?: Limit;
  readonly heartbeatMs?: number;
  /** How long people look at "thinking…". */
  readonly patienceMs?: number;
  /** How many 401, 403 and 429 a run may have; Discord bans at 10,000 in ten minutes. */
  readonly invalidRequestsAllowed?: number;
  readonly port?: number;
};

/** A Discord on loopback: what a bot talks to, what people do there, and what went wrong. */
export type DiscordSimulator = AsyncDisposable & {
  readonly port: number;
  /** For discord.js: `new Client({ rest: { api: simulator.apiUrl, version: '10' } })`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly world: World;
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly people: People;
  /** Every REST request, in the order of their ends. */
  readonly served: readonly Served[];
  /** What the bot did that Discord would refuse or punish. A test of the bot ends with none. */
  violations(): readonly string[];
  channel(name: string): Channel;
  /** What stands in a channel for all to see, oldest first. */
  messagesIn(channel: string): readonly Message[];
  /** The same as text: what a person who scrolls through the channel reads. */
  readChannel(channel: string): string;
  /** Takes rights from the bot in a channel, or gives them back with an empty list; the bot is told, as on Discord. */
  denyBot(channel: string, permissions: readonly Permission[]): void;
  deleteChannel(channel: string): void;
  /** A person with the right to do so deletes a message. */
  deleteMessage(message: string): void;
  /** An outage of a server, and its end. */
  setGuildAvailable(guild: string, isAvailable: boolean): void;
};

/** What one author of a bot observed: three a channel in twenty seconds (circuitsacul/starboard-4, issue 118). */
const OLD_EDITS: Limit = { limit: 3, windowMs: 20_000 };
const HEARTBEAT_MS = 41_250;
const PATIENCE_MS = 5_000;
const INVALID_REQUESTS_ALLOWED = 50;

/** Starts a Discord of our own on loopback, REST and gateway on one port. */
export async function startDiscordSimulator(
  options: DiscordSimulatorOptions = {},
): Promise<DiscordSimulator> {
  const clock = movableClock();
  const world = createWorld(options.world ?? NEWSROOM, clock.now);
  const faults = new Faults();
  const violations: string[] = [];
  const violate = (what: string): void => void violations.push(what);
  const server = createServer();
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}`;
  const gateway = new Gateway({
    world,
    faults,
    violate,
    url: gatewayUrl,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
  });
  const discord: Discord = {
    world,
    faults,
    violate,
    oldEdits: options.oldEdits ?? OLD_EDITS,
    dispatch: (event, data) => gateway.dispatch(event, data),
    gatewayUrl,
    identifiesLeft: () => gateway.identifiesLeft,
  };
  const serving = {
    discord,
    routes: [
      ...readingRoutes(discord),
      ...messageRoutes(discord),
      ...commandRoutes(discord),
      ...interactionRoutes(discord),
    ],
    limits: new RateLimits(options.limits ?? {}),
    served: [] as Served[],
  };
  server.on('request', (request, response) => {
    serveRest(serving, request, response).catch((cause: unknown) => {
      violate(`the simulator itself failed: ${String(cause)}`);
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));

  const allowed = options.invalidRequestsAllowed ?? INVALID_REQUESTS_ALLOWED;
  return {
    port,
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: world.token,
    world,
    clock,
    faults,
    gateway,
    people: new People(discord, options.patienceMs ?? PATIENCE_MS),
    served: serving.served,
    violations: () => {
      const invalid = serving.served.filter(isInvalidRequest).length;
      return invalid > allowed
        ? [...violations, `${invalid} invalid requests, ${allowed} allowed`]
        : violations;
    },
    ...standingOf(discord),
    async [Symbol.asyncDispose]() {
      gateway.stop();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** What a test sees and changes of the channels. */
function standingOf({ world, dispatch }: Discord) {
  const channel = (name: string): Channel => named(world.channels.values(), name);
  const messagesIn = (name: string): readonly Message[] => {
    const { id } = channel(name);
    return [...world.messages.values()].filter(
      (message) => message.channel === id && !message.isDeleted && message.seenOnlyBy === undefined,
    );
  };
  return {
    channel,
    messagesIn,
    readChannel: (name: string) =>
      messagesIn(name)
        .map((message) => readAloud(shownBody(message)))
        .join('\n'),
    denyBot(name: string, permissions: readonly Permission[]) {
      const before = channel(name);
      const others = before.overwrites.filter(({ id }) => id !== world.bot.id);
      const deny = { id: world.bot.id, kind: 'member', allow: 0n, deny: bitsOf(permissions) } as const;
      const changed = { ...before, overwrites: permissions.length > 0 ? [...others, deny] : others };
      world.channels.set(changed.id, changed);
      dispatch('CHANNEL_UPDATE', channelPayload(changed, world.bot));
    },
    deleteChannel(name: string) {
      const gone = channel(name);
      world.channels.delete(gone.id);
      dispatch('CHANNEL_DELETE', channelPayload(gone, world.bot));
    },
    deleteMessage(id: string) {
      world.messages.set(id, { ...mustHave(world.messages, id), isDeleted: true });
    },
    setGuildAvailable(name: string, isAvailable: boolean) {
      const guild = { ...named(world.guilds.values(), name), isAvailable };
      world.guilds.set(guild.id, guild);
      if (isAvailable) dispatch('GUILD_CREATE', guildCreatePayload(world, guild));
      else dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
    },
  };
}
