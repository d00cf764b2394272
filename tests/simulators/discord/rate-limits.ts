import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';
import type { LimitScope } from './faults.ts';

/** So many requests in so long. */
export type Limit = { readonly limit: number; readonly windowMs: number };

/** Limits by route name. */
export type Limits = Readonly<Record<string, Limit>>;

/**
 * Discord publishes no numbers ("should not be hard coded"): these are what bots report, for one channel each. A test
 * may set others.
 */
export const REPORTED_LIMITS: Limits = {
  'POST /channels/:channel/messages': { limit: 5, windowMs: 5_000 },
  'PATCH /channels/:channel/messages/:message': { limit: 5, windowMs: 5_000 },
};
const OTHERS: Limit = { limit: 20, windowMs: 1_000 };

/** Docs: topics/rate-limits, "Global Rate Limit". */
const GLOBAL: Limit = { limit: 50, windowMs: 1_000 };

/** Whether a request may pass, and the headers that tell the bot how it stands. */
export type Passage =
  | { readonly kind: 'passed'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'limited'; readonly answer: Answer };

type Window = { readonly startMs: number; readonly used: number };

/** Counts requests in one bucket per route and top-level resource, and all of the bot's together. Real time, like the bot's waiting. */
export class RateLimits {
  readonly #limits: Limits;
  readonly #nowMs: () => number;
  readonly #windows = new Map<string, Window>();

  constructor(limits: Limits, nowMs: () => number = Date.now) {
    this.#limits = { ...REPORTED_LIMITS, ...limits };
    this.#nowMs = nowMs;
  }

  take(route: string, resource: string, isGlobal: boolean): Passage {
    const now = this.#nowMs();
    if (isGlobal && !this.#use('global', GLOBAL, now)) {
      return { kind: 'limited', answer: limitedAnswer('global', this.#leftMs('global', GLOBAL, now)) };
    }
    const limit = this.#limits[route] ?? OTHERS;
    const bucket = `${route} ${resource}`;
    const isPassed = this.#use(bucket, limit, now);
    const headers = this.#headers(route, bucket, limit, now);
    if (isPassed) return { kind: 'passed', headers };
    const answer = limitedAnswer('user', this.#leftMs(bucket, limit, now));
    return { kind: 'limited', answer: { ...answer, headers: { ...headers, ...answer.headers } } };
  }

  #use(key: string, { limit, windowMs }: Limit, now: number): boolean {
    const open = this.#windows.get(key);
    const window = open && now - open.startMs < windowMs ? open : { startMs: now, used: 0 };
    const isFree = window.used < limit;
    this.#windows.set(key, isFree ? { ...window, used: window.used + 1 } : window);
    return isFree;
  }

  #leftMs(key: string, { windowMs }: Limit, now: number): number {
    return Math.max(1, (this.#windows.get(key)?.startMs ?? now) + windowMs - now);
  }

  #headers(route: string, key: string, limit: Limit, now: number): Readonly<Record<string, string>> {
    const leftMs = this.#leftMs(key, limit, now);
    return {
      'x-ratelimit-limit': String(limit.limit),
      'x-ratelimit-remaining': String(limit.limit - (this.#windows.get(key)?.used ?? 0)),
      'x-ratelimit-reset': ((now + leftMs) / 1000).toFixed(3),
      'x-ratelimit-reset-after': (leftMs / 1000).toFixed(3),
      'x-ratelimit-bucket': createHash('sha256').update(route).digest('hex').slice(0, 16),
    };
  }
}

/** A 429 as documented: body and headers say the same; `code` where Discord gives one. */
export function limitedAnswer(
  scope: LimitScope,
  retryAfterMs: number,
  problem: { readonly message: string; readonly code?: number } = { message: 'You are being rate limited.' },
): Answer {
  const seconds = retryAfterMs / 1000;
  return {
    status: 429,
    body: {
      message: problem.message,
      retry_after: seconds,
      global: scope === 'global',
      ...(problem.code && { code: problem.code }),
    },
    headers: {
      'retry-after': seconds.toFixed(3),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
    },
  };
}
