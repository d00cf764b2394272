import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';

/** A person can read no faster, and each look-up may read thousands of articles again. */
const MOST_A_MINUTE = 10;

/** Counts how much each person asks for, in memory only: after a restart everybody begins anew. */
export class LookUpLimit {
  readonly #asked = new Map<string, readonly number[]>();

  /** Takes one look-up of this person; otherwise says after how many seconds there will be one. */
  take(who: string, now: Date): 'taken' | { readonly tryAgainInSeconds: number } {
    const at = now.getTime();
    this.#forget(at);
    const recent = this.#asked.get(who) ?? [];
    const [oldest = at] = recent;
    if (recent.length >= MOST_A_MINUTE)
      return { tryAgainInSeconds: Math.max(1, Math.ceil((oldest + MINUTE_MS - at) / SECOND_MS)) };
    this.#asked.set(who, [...recent, at]);
    return 'taken';
  }

  #forget(now: number): void {
    for (const [who, times] of this.#asked) {
      const recent = times.filter((time) => now - time < MINUTE_MS);
      if (recent.length === 0) this.#asked.delete(who);
      else this.#asked.set(who, recent);
    }
  }
}
