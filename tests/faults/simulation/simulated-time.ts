import { setImmediate as everythingElse } from 'node:timers/promises';

/** Time that passes only when everything has been done that can be done now. */
export class SimulatedTime {
  #nowMs: number;
  #order = 0;
  readonly #alarms: { readonly atMs: number; readonly order: number; readonly ring: () => void }[] = [];

  constructor(start: Date) {
    this.#nowMs = start.getTime();
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  /** Resolves after so long; those of one moment in the order in which they were asked for. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#order += 1;
      this.#alarms.push({ atMs: this.#nowMs + Math.max(0, ms), order: this.#order, ring: resolve });
    });
  }

  /** Lets time pass for so long. */
  async pass(ms: number): Promise<void> {
    const end = this.#nowMs + ms;
    for (;;) {
      await everythingElse();
      const next = this.#takeNext(end);
      if (next === undefined) break;
      this.#nowMs = next.atMs;
      next.ring();
    }
    this.#nowMs = end;
  }

  #takeNext(end: number) {
    let place = -1;
    for (const [index, alarm] of this.#alarms.entries()) {
      const best = this.#alarms[place];
      if (alarm.atMs > end) continue;
      if (!best || alarm.atMs < best.atMs || (alarm.atMs === best.atMs && alarm.order < best.order))
        place = index;
    }
    return place < 0 ? undefined : this.#alarms.splice(place, 1)[0];
  }
}
