import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { OptionValues } from './command-data.ts';
import type { DiscordSimulator } from './discord-simulator.ts';
import type { Fault } from './faults.ts';
import { type Message, readAloud, shownBody } from './message.ts';
import type { Place, Seen } from './people.ts';
import type { Permission } from './permission.ts';

/** Paths that begin with this are the test's, not Discord's. */
export const CONTROL = '/-/';

/** What a test in another process may have done: one JSON object, named by `do`. */
export type Order =
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'clear-faults' }
  | { readonly do: 'move-clock'; readonly now: string }
  | { readonly do: 'terminate' | 'ask-to-reconnect' }
  | { readonly do: 'close'; readonly code: number }
  | { readonly do: 'deny'; readonly channel: string; readonly permissions: readonly Permission[] }
  | { readonly do: 'delete-message'; readonly message: string }
  | { readonly do: 'delete-channel'; readonly channel: string }
  | { readonly do: 'slash'; readonly words: string; readonly options: OptionValues; readonly place: Place }
  | { readonly do: 'press'; readonly message: string; readonly button: string; readonly place: Place }
  | {
      readonly do: 'submit';
      readonly seen: Seen;
      readonly values: Readonly<Record<string, string>>;
      readonly place: Place;
    };

/**
 * `GET /-/state` tells all that stands and ever stood; `POST /-/` takes an order and answers with what came of it, or
 * with 400 and the reason.
 */
export async function serveControl(
  simulator: DiscordSimulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isState = request.method === 'GET' && request.url === `${CONTROL}state`;
  try {
    const result = isState
      ? stateOf(simulator)
      : await obey(simulator, JSON.parse(await text(request)) as Order);
    sendJson(response, 200, result ?? {});
  } catch (cause) {
    sendJson(response, 400, { error: cause instanceof Error ? cause.message : String(cause) });
  }
}

/** The simulator's own book: it outlives the bot, so that a killed bot can be judged by it. */
function stateOf(simulator: DiscordSimulator) {
  const { world, gateway, faults, clock } = simulator;
  const messages = [...world.messages.values()];
  return {
    now: clock.now(),
    violations: simulator.violations(),
    connections: gateway.connections,
    faultsToCome: faults.pending,
    commands: [...world.commands.values()].map(({ name, guild_id }) => ({ name, guild: guild_id })),
    requests: simulator.served.map(({ route, path, at, answer }) => ({
      route,
      path,
      at,
      status: answer?.status,
    })),
    channels: [...world.channels.values()].map(({ id, name, guild }) => ({
      id,
      name,
      guild,
      messages: messages.filter(({ channel }) => channel === id).map(bookedMessage),
    })),
  };
}

const bookedMessage = (message: Message) => ({
  id: message.id,
  author: message.author,
  at: message.at,
  text: readAloud(shownBody(message)),
  pings: message.pings,
  nonce: message.nonce,
  answers: message.answers,
  seenOnlyBy: message.seenOnlyBy,
  isDeleted: message.isDeleted,
  revisions: message.revisions.map((revision) => ({
    at: revision.at,
    flags: revision.flags,
    text: readAloud(revision),
  })),
});

async function obey(simulator: DiscordSimulator, order: Order): Promise<unknown> {
  const { faults, clock, gateway, people } = simulator;
  switch (order.do) {
    case 'fault':
      return faults.add(order.fault);
    case 'clear-faults':
      return faults.clear();
    case 'move-clock':
      return clock.moveTo(momentOf(order.now));
    case 'terminate':
      return gateway.terminate();
    case 'ask-to-reconnect':
      return gateway.askToReconnect();
    case 'close':
      return gateway.close(order.code);
    case 'deny':
      return simulator.denyBot(order.channel, order.permissions);
    case 'delete-message':
      return simulator.deleteMessage(order.message);
    case 'delete-channel':
      return simulator.deleteChannel(order.channel);
    case 'slash':
      return people.slash(order.words, order.options, order.place);
    case 'press':
      return people.press(order.message, order.button, order.place);
    case 'submit':
      return people.submit(order.seen, order.values, order.place);
  }
}

function momentOf(written: string): Date {
  const moment = new Date(written);
  if (Number.isNaN(moment.getTime())) throw new Error(`${written} is no time`);
  return moment;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
