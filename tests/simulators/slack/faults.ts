/**
 * What goes wrong with a request. `after`: accepted, but the answer is lost on the way. `silence`: accepted, and no answer
 * comes at all.
 */
export type Effect =
  | { readonly kind: 'error'; readonly error: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  | { readonly kind: 'silence' };

/** Something to go wrong with the next `times` (1 unless told) requests to a method, or to `response_url`. */
export type Fault = {
  readonly method: string;
  /** Only for requests about this channel. */
  readonly channel?: string;
  readonly times?: number;
  readonly effect: Effect;
};

/** What is set to go wrong, in the order in which it was set. */
export type Faults = {
  add(...faults: readonly Fault[]): void;
  /** The effect on this request, used up by it. */
  take(method: string, channel: unknown): Effect | undefined;
  clear(): void;
};

/** Nothing goes wrong at first. */
export function noFaults(): Faults {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (...faults) => {
      waiting.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
    },
    take: (method, channel) => {
      const hit = waiting.find(
        ({ fault }) => fault.method === method && (fault.channel === undefined || fault.channel === channel),
      );
      if (hit === undefined) return undefined;
      hit.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return hit.fault.effect;
    },
    clear: () => {
      waiting = [];
    },
  };
}
