import { AsyncLocalStorage } from 'node:async_hooks';
import { REST, type RESTOptions } from 'discord.js';
import { waitOf } from '#adapters/discord/sending/outcome-of-error.ts';
import { SECOND_MS } from '#kernel/clock.ts';

/**
 * Shorter waits are taken inside; the delivery stage does something else with longer ones. A channel's own bucket fills
 * again within five seconds: whoever came back later by a beat of delivery would leave it idle.
 */
const LONGEST_WAIT_MS = 6 * SECOND_MS;
/** One request may wait so long in all, its turn behind others included: a delivery's lease is six times that. */
const LONGEST_WAITS_MS = 10 * SECOND_MS;
/** Each answer with status 429 counts towards Discord's ban. */
const MOST_LIMITED = 2;

type Patience = { readonly since: number; limited: number };

/**
 * The SDK's way to Discord with an end to its patience: by itself it repeats a limited request for ever, and at once
 * where Discord names no wait. Rejects with `RateLimitError` at a long or unnamed wait, at the third limit, and after 10 s.
 */
export class PatientRest extends REST {
  readonly #patience: AsyncLocalStorage<Patience>;

  constructor(options: Partial<RESTOptions> & Pick<RESTOptions, 'makeRequest'>) {
    const patience = new AsyncLocalStorage<Patience>();
    const { makeRequest } = options;
    super({
      ...options,
      makeRequest: async (url, init) => {
        const response = await makeRequest(url, init);
        const asked = patience.getStore();
        if (response.status === 429 && asked !== undefined) asked.limited += 1;
        return response;
      },
      rejectOnRateLimit: (limit) => !isWorthWaiting(waitOf(limit), patience.getStore()),
    });
    this.#patience = patience;
  }

  override request(...asked: Parameters<REST['request']>): Promise<unknown> {
    return this.#patience.run({ since: Date.now(), limited: 0 }, () => super.request(...asked));
  }
}

function isWorthWaiting(waitMs: number, asked: Patience | undefined): boolean {
  if (asked === undefined || asked.limited > MOST_LIMITED) return false;
  const isNamed = waitMs > 0;
  return isNamed && waitMs <= LONGEST_WAIT_MS && Date.now() - asked.since + waitMs <= LONGEST_WAITS_MS;
}
