import { MOST_ADDED_AN_HOUR } from '#command/feed/own-feed-limits.ts';
import { HOUR_MS } from '#kernel/clock.ts';

/**
 * Counts how often each workspace had us ask a server of its choice, whatever came of it, and how often a person proposed
 * something to a channel; in memory only: after a restart everybody begins anew.
 */
export class AttemptLimit {
  readonly #made = new Map<string, readonly number[]>();

  /** Takes as many attempts as are wanted, or as are left of `most` within the hour; gives how many it took. */
  take(who: string, wanted: number, now: Date, most = MOST_ADDED_AN_HOUR): number {
    const at = now.getTime();
    this.#forget(at);
    const made = this.#made.get(who) ?? [];
    const taken = Math.max(0, Math.min(wanted, most - made.length));
    if (taken > 0) this.#made.set(who, [...made, ...Array.from({ length: taken }, () => at)]);
    return taken;
  }

  #forget(now: number): void {
    for (const [who, times] of this.#made) {
      const recent = times.filter((time) => now - time < HOUR_MS);
      if (recent.length === 0) this.#made.delete(who);
      else this.#made.set(who, recent);
    }
  }
}
