import type { DeliveryKey } from '#channel/messenger.ts';
import { MINUTE_MS, SECOND_MS, type Stopwatch } from '#kernel/clock.ts';

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
  /** How long ago this process began to send it for the first time; nothing where it did not, or long ago. */
  readonly sentAgoMs: (key: DeliveryKey) => number | undefined;
};

/** When this process sent something; `endedMs` is absent while it waits for the answer. */
type Sent = { readonly firstMs: number; readonly endedMs?: number };

/** Begins when this process begins to work: whoever worked before may have sent anything until then. */
export function openSettling(stopwatch: Stopwatch): Settling {
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
      const firstMs = sent.get(key)?.firstMs ?? stopwatch();
      sent.set(key, { firstMs });
      try {
        return await send();
      } finally {
        sent.delete(key);
        sent.set(key, { firstMs, endedMs: stopwatch() });
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
      return own && stopwatch() - own.firstMs;
    },
  };
}
