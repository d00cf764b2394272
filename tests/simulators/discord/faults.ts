/** How a rate limit is meant (docs: topics/rate-limits): this bot's, all of this bot's, or everyone's on this resource. */
export type LimitScope = 'user' | 'global' | 'shared';

/** What goes wrong with a request; `on` is a route such as `POST /channels/:channel/messages`, absent for any. */
export type RestFault = { readonly on?: string; readonly times?: number } & (
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The socket breaks before anything was done. */
  | { readonly kind: 'drop-before' }
  /** All was done; only the answer is lost. */
  | { readonly kind: 'drop-after' }
  /** All was done, and no answer comes at all. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'limit'; readonly scope: LimitScope; readonly retryAfterMs: number }
);

/** What goes wrong on the gateway; `on` is an event such as `INTERACTION_CREATE`, absent for any. */
export type GatewayFault = { readonly on?: string; readonly times?: number } & (
  | { readonly kind: 'refuse-resume' }
  | { readonly kind: 'no-heartbeat-ack' }
  /** The event arrives twice, with two sequence numbers. */
  | { readonly kind: 'send-twice' }
  /** The event arrives after the one that follows it. */
  | { readonly kind: 'send-later' }
);

/** Something that goes wrong, `times` times (once where absent). */
export type Fault = RestFault | GatewayFault;

type Awaited = { readonly fault: Fault; left: number };

/** The faults that a test asked for and that have not happened yet. */
export class Faults {
  #awaited: Awaited[] = [];

  add(fault: Fault): void {
    this.#awaited.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#awaited = [];
  }

  /** How many are still to come. */
  get pending(): number {
    return this.#awaited.reduce((sum, { left }) => sum + left, 0);
  }

  /** The first fault of this kind for this route or event; it is spent by being taken. */
  take<K extends Fault['kind']>(kind: K, on: string): Extract<Fault, { kind: K }> | undefined {
    const found = this.#awaited.find(
      ({ fault }) => fault.kind === kind && (fault.on === undefined || fault.on === on),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left === 0) this.#awaited = this.#awaited.filter((awaited) => awaited !== found);
    return found.fault as Extract<Fault, { kind: K }>;
  }
}
