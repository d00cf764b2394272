import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Backstage, backstageOf } from './backstage.ts';
import { commandRoutes } from './command-routes.ts';
import { CONTROL, serveControl } from './control.ts';
import type { Discord } from './discord.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import { People } from './people.ts';
import { type Limit, type Limits, RateLimits } from './rate-limits.ts';
import { readingRoutes } from './reading-routes.ts';
import { isInvalidRequest, type Served, type Serving, serveRest } from './rest-server.ts';
import { threadRoutes } from './thread-routes.ts';
import { createWorld, NEWSROOM, type World, type WorldSeed } from './world.ts';

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
  /** Where the simulator's clock begins; the present where absent. */
  readonly now?: Date;
};

/** A Discord on loopback: what a bot talks to, what people do there, and what went wrong. */
export type DiscordSimulator = AsyncDisposable &
  Backstage & {
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
  const server = createServer();
  // Discord keeps an idle connection longer than any client does, and announces no end of it.
  server.keepAliveTimeout = 0;
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const clock = movableClock();
  if (options.now) clock.moveTo(options.now);
  const violations: string[] = [];
  const { discord, gateway } = openDiscord(options, clock, port, violations);
  const serving = servingOf(discord, options.limits ?? {});
  const allowed = options.invalidRequestsAllowed ?? INVALID_REQUESTS_ALLOWED;
  const { world, faults } = discord;
  const simulator: DiscordSimulator = {
    ...backstageOf(discord),
    port,
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: world.token,
    world,
    clock,
    faults,
    gateway,
    people: new People(discord, options.patienceMs ?? PATIENCE_MS),
    served: serving.served,
    violations: () => [...violations, ...banDanger(serving.served, allowed)],
    async [Symbol.asyncDispose]() {
      gateway.stop();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  server.on('request', (request, response) => {
    serve(simulator, serving, request, response).catch((cause: unknown) => {
      discord.violate(`the simulator itself failed: ${String(cause)}`);
      response.destroy();
    });
  });
  return simulator;
}

function openDiscord(
  options: DiscordSimulatorOptions,
  clock: MovableClock,
  port: number,
  violations: string[],
): { readonly discord: Discord; readonly gateway: Gateway } {
  const shared = {
    world: createWorld(options.world ?? NEWSROOM, clock.now),
    faults: new Faults(),
    violate: (what: string): void => void violations.push(what),
    gatewayUrl: `ws://127.0.0.1:${port}`,
  };
  const gateway = new Gateway({ ...shared, heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS });
  const discord: Discord = {
    ...shared,
    oldEdits: options.oldEdits ?? OLD_EDITS,
    dispatch: (event, data) => gateway.dispatch(event, data),
    identifiesLeft: () => gateway.identifiesLeft,
  };
  return { discord, gateway };
}

const servingOf = (discord: Discord, limits: Limits): Serving => ({
  discord,
  routes: [
    ...readingRoutes(discord),
    ...messageRoutes(discord),
    ...threadRoutes(discord),
    ...commandRoutes(discord),
    ...interactionRoutes(discord),
  ],
  limits: new RateLimits(limits),
  served: [],
});

const serve = (
  simulator: DiscordSimulator,
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> =>
  request.url?.startsWith(CONTROL)
    ? serveControl(simulator, request, response)
    : serveRest(serving, request, response);

function banDanger(served: readonly Served[], allowed: number): readonly string[] {
  const invalid = served.filter(isInvalidRequest).length;
  return invalid > allowed ? [`${invalid} requests ended in 401, 403 or 429, ${allowed} are allowed`] : [];
}
