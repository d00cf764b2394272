import type { DeliveryKey } from '#channel/messenger.ts';
import { type Clock, MINUTE_MS, SECOND_MS, type Stopwatch } from '#kernel/clock.ts';

/** Longer than a platform takes to show what it has accepted; to look sooner finds nothing and posts twice. */
export const SETTLE_MS = 30 * SECOND_MS;

/** Longer than any platform is trusted to know a key. */
const REMEMBERED_MS = 2 * MINUTE_MS;

/**
 * What may have been sent and not show yet, by this process's own watch: the times in the database are those of a clock
 * that may have been wrong, and put right since.
 */
export type Settling = {
  /** Sends something under this key. */
  readonly sending: <Outcome>(key: DeliveryKey, send: () => Promise<Outcome>) => Promise<Outcome>;
  /**
   * For how long still what was sent under this key, by whom ever, may stand on its platform and not be found there. At 0
   * what is not found does not stand.
   */
  readonly leftMs: (key: DeliveryKey) => number;
  /**
   * How long ago, at the most, this process began to send it for the first time; nothing where it did not, or long ago.
   * A machine that was suspended did not hear its own watch: what the clock says counts where that is longer.
   */
  readonly sentAgoMs: (key: DeliveryKey) => number | undefined;
};

/** When this process sent something; `endedMs` is absent while it waits for the answer. */
type Sent = { readonly firstMs: number; readonly firstAt: Date; readonly endedMs?: number };

/** Begins when this process begins to work: whoever worked before may have sent anything until then. */
export function openSettling(stopwatch: Stopwatch, clock: Clock): Settling {
  const beganMs = stopwatch();
  /** What ended first stands first. */
  const sent = new Map<DeliveryKey, Sent>();

  function forgetOld(): void {
    for (const [key, { endedMs }] of sent) {
      if (endedMs === undefined || stopwatch() - endedMs < REMEMBERED_MS) return;
      sent.delete(key);
    }
  }

  return {
    async sending(key, send) {
      forgetOld();
      const { firstMs, firstAt } = sent.get(key) ?? { firstMs: stopwatch(), firstAt: clock() };
      sent.set(key, { firstMs, firstAt });
      try {
        return await send();
      } finally {
        sent.delete(key);
        sent.set(key, { firstMs, firstAt, endedMs: stopwatch() });
      }
    },

    leftMs(key) {
      const own = sent.get(key);
      if (own !== undefined && own.endedMs === undefined) return SETTLE_MS;
      const lastMs = Math.max(beganMs, own?.endedMs ?? beganMs);
      return Math.max(0, lastMs + SETTLE_MS - stopwatch());
    },

    sentAgoMs(key) {
      const own = sent.get(key);
      if (own === undefined) return undefined;
      // Whichever way the clock was set: what it tells of no time that passed is no proof that none did.
      return Math.max(stopwatch() - own.firstMs, Math.abs(clock().getTime() - own.firstAt.getTime()));
    },
  };
}
