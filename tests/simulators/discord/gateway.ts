import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Faults } from './faults.ts';
import type { Json } from './message.ts';
import { applicationPayload, guildCreatePayload, userPayload } from './wire.ts';
import { type Guild, memberOf, type World } from './world.ts';

/** Docs: topics/opcodes-and-status-codes, "Gateway Opcodes". */
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** Docs: topics/opcodes-and-status-codes, "Gateway Close Event Codes". */
const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  sessionTimedOut: 4009,
  disallowedIntents: 4014,
} as const;

/** Members, presences and message content: this bot has asked Discord for none of them. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
/** Docs: topics/gateway, "Session Start Limit": then all sessions end and the token is reset. */
const IDENTIFIES_A_DAY = 1000;

type Packet = { readonly op: number; readonly d?: unknown; readonly s?: number; readonly t?: string };

type Session = { readonly id: string; readonly sent: Packet[]; socket: WebSocket | undefined };

/** What a gateway needs to know. */
export type GatewayOptions = {
  readonly world: World;
  readonly faults: Faults;
  readonly violate: (what: string) => void;
  readonly gatewayUrl: string;
  readonly heartbeatMs: number;
};

/** The WebSocket side of Discord: sessions outlive their sockets, and a resumed one gets what it missed. */
export class Gateway {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  #held: Json | undefined;
  #identifies = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  get identifiesLeft(): number {
    return IDENTIFIES_A_DAY - this.#identifies;
  }

  /** How many clients are there, with a session and a socket. */
  get connections(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#open(opened));
  }

  /** Sends an event to every session; one without a socket gets it when it resumes. */
  dispatch(event: string, data: Json): void {
    const { faults } = this.#options;
    if (faults.take('send-later', event)) {
      this.#held = { event, data };
      return;
    }
    const times = faults.take('send-twice', event) ? 2 : 1;
    for (const session of this.#sessions.values()) {
      for (let time = 0; time < times; time += 1) this.#sendEvent(session, event, data);
    }
    const held = this.#held;
    this.#held = undefined;
    if (held) this.dispatch(held['event'] as string, held['data'] as Json);
  }

  /** Asks every client to come back at once and resume (op 7). */
  askToReconnect(): void {
    for (const socket of this.#server.clients) this.#send(socket, { op: OP.reconnect, d: null });
  }

  /** Ends every session (op 9); a resumable one may be taken up again. */
  invalidate(isResumable: boolean): void {
    for (const socket of this.#server.clients) this.#send(socket, { op: OP.invalidSession, d: isResumable });
    if (!isResumable) this.#sessions.clear();
  }

  /** Closes every socket with a code of Discord's. */
  close(code: number): void {
    for (const socket of this.#server.clients) socket.close(code);
  }

  /** Breaks every connection, as a network does. */
  terminate(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  stop(): void {
    this.terminate();
    this.#server.close();
  }

  #open(socket: WebSocket): void {
    const { heartbeatMs } = this.#options;
    let session: Session | undefined;
    const silence = setTimeout(() => socket.close(CLOSE.sessionTimedOut), heartbeatMs * 2).unref();
    socket.on('message', (raw: Buffer) => {
      const packet = parsePacket(raw);
      if (!packet) {
        socket.close(CLOSE.decodeError);
        return;
      }
      if (packet.op === OP.heartbeat) silence.refresh();
      session = this.#receive(socket, session, packet);
    });
    socket.on('close', (code) => {
      clearTimeout(silence);
      if (!session || session.socket !== socket) return;
      session.socket = undefined;
      // Docs: topics/gateway, "Initiating a Disconnect": a client that closes with 1000 or 1001 ends its session.
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    });
    this.#send(socket, { op: OP.hello, d: { heartbeat_interval: heartbeatMs } });
  }

  #receive(socket: WebSocket, session: Session | undefined, packet: Packet): Session | undefined {
    switch (packet.op) {
      case OP.heartbeat:
        if (!this.#options.faults.take('no-heartbeat-ack', 'heartbeat'))
          this.#send(socket, { op: OP.heartbeatAck });
        return session;
      case OP.identify:
        return this.#identify(socket, session, packet.d as Identity);
      case OP.resume:
        return this.#resume(socket, packet.d as Resumption);
      case OP.presence:
        if (!session) socket.close(CLOSE.notAuthenticated);
        return session;
      default:
        this.#options.violate(`the gateway got op ${packet.op}, which it does not know`);
        socket.close(CLOSE.unknownOpcode);
        return session;
    }
  }

  #identify(
    socket: WebSocket,
    known: Session | undefined,
    { token, intents }: Identity,
  ): Session | undefined {
    const { world, violate } = this.#options;
    if (known) {
      socket.close(CLOSE.alreadyAuthenticated);
      return known;
    }
    this.#identifies += 1;
    if (token !== world.token) {
      socket.close(CLOSE.authenticationFailed);
      return undefined;
    }
    if (intents & PRIVILEGED_INTENTS) {
      violate(`intents ${intents} are privileged, and not granted to this bot`);
      socket.close(CLOSE.disallowedIntents);
      return undefined;
    }
    const session: Session = { id: randomUUID(), sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#sendEvent(session, 'READY', this.#readyPayload(session));
    for (const guild of this.#ownGuilds()) {
      if (guild.isAvailable) this.#sendEvent(session, 'GUILD_CREATE', guildCreatePayload(world, guild));
    }
    return session;
  }

  #ownGuilds(): readonly Guild[] {
    const { world } = this.#options;
    return [...world.guilds.values()].filter(({ id }) => memberOf(world, id, world.bot.id));
  }

  #readyPayload({ id }: Session): Json {
    const { world, gatewayUrl } = this.#options;
    return {
      v: 10,
      user: userPayload(world.bot),
      guilds: this.#ownGuilds().map(({ id }) => ({ id, unavailable: true })),
      session_id: id,
      resume_gateway_url: gatewayUrl,
      application: { id: world.bot.id, flags: applicationPayload(world)['flags'] },
      session_type: 'normal',
      private_channels: [],
      relationships: [],
    };
  }

  #resume(socket: WebSocket, { token, session_id: id, seq }: Resumption): Session | undefined {
    const { world, faults } = this.#options;
    const session = this.#sessions.get(id);
    if (!session || token !== world.token || faults.take('refuse-resume', 'RESUME')) {
      this.#sessions.delete(id);
      this.#send(socket, { op: OP.invalidSession, d: false });
      return undefined;
    }
    session.socket = socket;
    for (const packet of session.sent.slice(seq)) this.#send(socket, packet);
    this.#sendEvent(session, 'RESUMED', {});
    return session;
  }

  #sendEvent(session: Session, event: string, data: Json): void {
    const packet = { op: OP.dispatch, t: event, s: session.sent.length + 1, d: data };
    session.sent.push(packet);
    if (session.socket) this.#send(session.socket, packet);
  }

  #send(socket: WebSocket, packet: Packet): void {
    socket.send(JSON.stringify(packet));
  }
}

type Identity = { readonly token: string; readonly intents: number };
type Resumption = { readonly token: string; readonly session_id: string; readonly seq: number };

function parsePacket(raw: Buffer): Packet | undefined {
  try {
    const packet = JSON.parse(raw.toString('utf8')) as Packet | string | null;
    return typeof packet === 'object' && packet ? packet : undefined;
  } catch {
    return undefined;
  }
}
