import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { isFields } from './value-rules.ts';

/** docs.slack.dev, "Socket Mode": ten connections at most. */
const MOST_CONNECTIONS = 10;

/** What is handed to the app over the socket. */
export type Envelope = {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly accepts_response_payload: boolean;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
};

/** How handing over ended. `lost`: the socket closed before the app answered; `unreachable`: there was none. */
export type Handed =
  | { readonly kind: 'acked'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unanswered' | 'lost' | 'unreachable' };

/** The times of Socket Mode, in milliseconds. */
export type SocketTimes = { readonly ackMs: number; readonly pingMs: number };

type Waiting = {
  readonly socket: WebSocket;
  readonly envelope: Envelope;
  readonly end: (how: Handed) => void;
};

/** The sockets through which the app hears: docs.slack.dev/apis/events-api/using-socket-mode. */
export class SocketMode implements Disposable {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #sockets = new Set<WebSocket>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #acknowledged = new Set<string>();
  readonly #tooLate = new Set<string>();
  readonly #appId: string;
  readonly #times: SocketTimes;
  readonly #violate: (what: string) => void;
  readonly #changed: () => void;
  readonly #pinging: NodeJS.Timeout;
  #turn = 0;

  constructor(options: {
    readonly appId: string;
    readonly times: SocketTimes;
    readonly violate: (what: string) => void;
    readonly changed: () => void;
  }) {
    this.#appId = options.appId;
    this.#times = options.times;
    this.#violate = options.violate;
    this.#changed = options.changed;
    this.#pinging = setInterval(() => this.#ping(), options.times.pingMs);
    this.#pinging.unref();
  }

  /** How many sockets hear. */
  get size(): number {
    return this.#sockets.size;
  }

  /** A ticket for one connection. */
  issueTicket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  /** Lets in who has a ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '', 'ws://localhost');
    if (pathname !== '/link/' || !this.#tickets.delete(searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connected) => this.#welcome(connected));
  }

  /** Hands an envelope to one of the sockets, each in its turn, and waits for the acknowledgement. */
  async hand(envelope: Envelope): Promise<Handed> {
    const open = [...this.#sockets];
    const socket = open[this.#turn++ % open.length];
    if (socket === undefined) return { kind: 'unreachable' };
    const id = randomUUID();
    const handed = new Promise<Handed>((end) => this.#waiting.set(id, { socket, envelope, end }));
    const deadline = setTimeout(() => this.#giveUp(id), this.#times.ackMs);
    socket.send(JSON.stringify({ envelope_id: id, ...envelope }));
    const how = await handed;
    clearTimeout(deadline);
    return how;
  }

  /** Cuts every connection without a word. */
  terminate(): void {
    for (const socket of this.#sockets) {
      this.#forget(socket);
      socket.terminate();
    }
  }

  /** Tells every socket that it will be closed soon. */
  warn(): void {
    for (const socket of this.#sockets) sendDisconnect(socket, 'warning');
  }

  /** Asks every socket to come back on a new one, and hands it nothing more. */
  refresh(): void {
    for (const socket of this.#sockets) {
      this.#sockets.delete(socket);
      sendDisconnect(socket, 'refresh_requested');
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#pinging);
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    if (this.#sockets.size >= MOST_CONNECTIONS) {
      this.#violate(`more than ${MOST_CONNECTIONS} sockets`);
      sendDisconnect(socket, 'too_many_websockets');
      socket.close();
      return;
    }
    this.#sockets.add(socket);
    socket.on('message', (data: Buffer) => this.#hear(data.toString()));
    socket.on('close', () => this.#forget(socket));
    socket.on('error', () => socket.terminate());
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.size,
        connection_info: { app_id: this.#appId },
        debug_info: { host: 'simulator', approximate_connection_time: 18_060 },
      }),
    );
    this.#changed();
  }

  #hear(text: string): void {
    const message = readJson(text);
    const id = isFields(message) ? message['envelope_id'] : undefined;
    if (!isFields(message) || typeof id !== 'string') {
      this.#violate(`socket: sent what is no acknowledgement: ${text}`);
      return;
    }
    if (this.#tooLate.has(id)) return;
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) {
      const what = this.#acknowledged.has(id) ? 'acknowledged twice' : 'acknowledged what was never sent';
      this.#violate(`socket: ${what}: ${id}`);
      return;
    }
    const payload = isFields(message['payload']) ? message['payload'] : {};
    if (!waiting.envelope.accepts_response_payload && Object.keys(payload).length > 0)
      this.#violate(
        `socket: an answer in the acknowledgement of ${tell(waiting.envelope)}, which takes none`,
      );
    this.#acknowledged.add(id);
    this.#end(id, { kind: 'acked', payload });
  }

  #giveUp(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#tooLate.add(id);
    this.#violate(`no ack in ${this.#times.ackMs} ms of ${tell(waiting.envelope)}`);
    this.#end(id, { kind: 'unanswered' });
  }

  #forget(socket: WebSocket): void {
    this.#sockets.delete(socket);
    for (const [id, waiting] of this.#waiting) if (waiting.socket === socket) this.#end(id, { kind: 'lost' });
    this.#changed();
  }

  #end(id: string, how: Handed): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.end(how);
    this.#changed();
  }

  #ping(): void {
    for (const socket of this.#sockets) socket.ping('Ping from simulator');
  }
}

const sendDisconnect = (socket: WebSocket, reason: string): void =>
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'simulator' } }));

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** For people: what was handed over. */
function tell({ type, payload }: Envelope): string {
  const { command, text, event } = payload;
  if (type === 'slash_commands') return `${String(command)} ${String(text)}`;
  return `${type} ${String(isFields(event) ? event['type'] : payload['type'])}`;
}
