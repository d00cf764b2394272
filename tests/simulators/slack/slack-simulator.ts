import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '#kernel/clock.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import { noAnswerRights } from './answer-rights.ts';
import { answerControl } from './control.ts';
import { deskWorld } from './desk-world.ts';
import type { Faults } from './faults.ts';
import { noFaults } from './faults.ts';
import type { MovableClock } from './movable-clock.ts';
import { movableClock } from './movable-clock.ts';
import type { People } from './people.ts';
import { peopleOf } from './people.ts';
import type { RateRules } from './rate-limits.ts';
import { rateLimiter } from './rate-limits.ts';
import { answerResponseUrl } from './response-url.ts';
import type { Slack } from './slack.ts';
import { SocketMode } from './socket-mode.ts';
import { answerWebApi } from './web-api.ts';
import type { Message, World } from './world.ts';

/** What a test may choose. */
export type SlackOptions = {
  /** Default: `deskWorld()`. */
  readonly world?: World;
  /** Where the simulator's clock starts from. Default: the real time. */
  readonly clock?: Clock;
  /** In place of Slack's own for these methods. */
  readonly rates?: RateRules;
  /** How long the app has to acknowledge, in real time. Default: Slack's 3 s. */
  readonly ackMs?: number;
};

/** A Slack on loopback. `apiUrl` goes into `slackApiUrl`; the tokens are those of the first team. */
export type SlackSimulator = AsyncDisposable & {
  readonly apiUrl: string;
  readonly controlUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly world: World;
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly sockets: SocketMode;
  readonly people: People;
  /** What the program did that no program should do, oldest first. */
  violations(): readonly string[];
  /** What stands in a channel, oldest first, with what only one user sees. */
  messages(channel: string): readonly Message[];
  /** Looks after each thing that happens until there is something to see; fails after `timeoutMs`. */
  until<Seen>(look: () => Seen | undefined | false, timeoutMs?: number): Promise<Seen>;
};

/** Starts a Slack that keeps its state until it is disposed of, whatever becomes of the program that talks to it. */
export async function startSlackSimulator(options: SlackOptions = {}): Promise<SlackSimulator> {
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watch of watchers) watch();
  };
  const violations: string[] = [];
  const violate = (what: string): void => {
    violations.push(what);
    changed();
  };
  const slack = slackOf(options, violate, changed);
  const server = createServer((request, response) => {
    route(request, response, slack.known, violations)
      .catch((cause: unknown) => {
        slack.known.violate(`${request.url}: ${String(cause)}`);
        response.destroy();
      })
      .finally(changed);
  });
  // Slack keeps an idle connection longer than any client does, and announces no end of it.
  server.keepAliveTimeout = 0;
  server.on('upgrade', (request, socket, head) => slack.known.sockets.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  slack.listenOn((server.address() as AddressInfo).port);
  const { world, clock, faults, sockets } = slack.known;
  return {
    apiUrl: `${slack.base()}/api/`,
    controlUrl: `${slack.base()}/-/`,
    botToken: world.teams[0]?.botToken ?? '',
    appToken: world.appToken,
    world,
    clock,
    faults,
    sockets,
    people: peopleOf(slack.known),
    violations: () => [...violations],
    messages: (id) => world.channels.find((channel) => channel.id === id)?.messages.filter(stands) ?? [],
    until: (look, timeoutMs = 5 * SECOND_MS) => until(look, watchers, timeoutMs),
    async [Symbol.asyncDispose]() {
      sockets[Symbol.dispose]();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const stands = ({ deletedAt }: Message): boolean => deletedAt === undefined;

/** Its addresses are known only once it listens. */
function slackOf(
  { world = deskWorld(), clock: base = () => new Date(), rates, ackMs = 3 * SECOND_MS }: SlackOptions,
  violate: (what: string) => void,
  changed: () => void,
): { readonly known: Slack; readonly base: () => string; readonly listenOn: (port: number) => void } {
  let address = '';
  const clock = movableClock(base);
  const times = { ackMs, pingMs: 5 * SECOND_MS };
  return {
    known: {
      world,
      clock,
      faults: noFaults(),
      limit: rateLimiter(clock.now, rates),
      answerRights: noAnswerRights(),
      sockets: new SocketMode({ appId: world.appId, times, violate, changed }),
      socketUrl: () => `ws://${address}/link/`,
      responseUrl: (id) => `http://${address}/response/${id}`,
      violate,
    },
    base: () => `http://${address}`,
    listenOn: (port) => {
      address = `127.0.0.1:${port}`;
    },
  };
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  slack: Slack,
  violations: readonly string[],
): Promise<void> {
  const [, place, rest = ''] = /^\/(api|response|-)\/([\w.-]+)/.exec(request.url ?? '') ?? [];
  if (place === 'api') return answerWebApi(rest, request, response, slack);
  if (place === 'response') return answerResponseUrl(rest, request, response, slack);
  if (place === '-') return answerControl(rest, request, response, { ...slack, violations });
  slack.violate(`no such address: ${request.method} ${request.url}`);
  response.writeHead(404).end();
}

function until<Seen>(
  look: () => Seen | undefined | false,
  watchers: Set<() => void>,
  timeoutMs: number,
): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const watch = (): void => {
      const seen = look();
      if (seen === undefined || seen === false) return;
      clearTimeout(deadline);
      watchers.delete(watch);
      resolve(seen);
    };
    const deadline = setTimeout(() => {
      watchers.delete(watch);
      reject(new Error(`not seen within ${timeoutMs} ms: ${look.toString()}`));
    }, timeoutMs);
    watchers.add(watch);
    watch();
  });
}
