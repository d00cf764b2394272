import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';

/** A look-up may read thousands of articles again; anything else is a change, a form, or words that meant nothing. */
export type RequestKind = 'look-up' | 'other';

/** A person can read no faster than the first, and press no faster than the second. */
const MOST_A_MINUTE: Readonly<Record<RequestKind, number>> = { 'look-up': 10, other: 30 };

/** Counts how much each person asks for, each kind by itself, in memory only: after a restart everybody begins anew. */
export class RequestLimit {
  readonly #asked = new Map<string, readonly number[]>();

  /** Takes one request of this person; otherwise says after how many seconds there will be one. */
  take(who: string, kind: RequestKind, now: Date): 'taken' | { readonly tryAgainInSeconds: number } {
    const at = now.getTime();
    this.#forget(at);
    const name = `${kind} ${who}`;
    const recent = this.#asked.get(name) ?? [];
    const [oldest = at] = recent;
    if (recent.length >= MOST_A_MINUTE[kind])
      return { tryAgainInSeconds: Math.max(1, Math.ceil((oldest + MINUTE_MS - at) / SECOND_MS)) };
    this.#asked.set(name, [...recent, at]);
    return 'taken';
  }

  #forget(now: number): void {
    for (const [name, times] of this.#asked) {
      const recent = times.filter((time) => now - time < MINUTE_MS);
      if (recent.length === 0) this.#asked.delete(name);
      else this.#asked.set(name, recent);
    }
  }
}
