import { type PaceMeans, REAL } from '#adapters/slack/channel-pace.ts';
import { SECOND_MS } from '#kernel/clock.ts';

/** The turns of one method in one workspace. */
export type TierPace = {
  /**
   * Waits for a turn that comes soon and takes it, or tells in how many milliseconds one comes: that one is kept for
   * whoever asks under the same name then.
   */
  readonly turn: (name: string) => Promise<number | undefined>;
  /** Slack asked to wait: nobody has a turn before that, and then one comes after the other. */
  readonly hold: (ms: number) => void;
};

/** docs.slack.dev, "Rate limits", Tier 3: about 50 a minute. Within any minute so many have a turn, and ten at once. */
const EVERY_MS = 1_500;
const MOST_AT_ONCE = 10;
/** A delivery that waits keeps the next one of its channel waiting: of a longer wait it is told. */
const LONGEST_WAIT_MS = SECOND_MS;
/** Who comes later than that for the turn kept for him gets another. */
const KEPT_FOR_MS = 10 * SECOND_MS;
const REMEMBERED = 1_000;

/** Lets a Tier 3 method be called as often as Slack takes it. Slack's limits stand in no header. */
export function tierPace({ clock, wait }: PaceMeans = REAL): TierPace {
  const kept = new Map<string, number>();
  let heldUntil = 0;
  /** When the next turn would come if none had come at once. */
  let evenly = 0;

  const nextTurn = (now: number): number => {
    const turn = Math.max(now, heldUntil, evenly - (MOST_AT_ONCE - 1) * EVERY_MS);
    evenly = Math.max(evenly, turn) + EVERY_MS;
    return turn;
  };
  const takeKept = (name: string, now: number): number | undefined => {
    const turn = kept.get(name);
    kept.delete(name);
    return turn === undefined || turn < heldUntil || turn < now - KEPT_FOR_MS ? undefined : turn;
  };
  return {
    turn: async (name) => {
      const now = clock().getTime();
      const turn = takeKept(name, now) ?? nextTurn(now);
      const waitMs = turn - now;
      if (waitMs > LONGEST_WAIT_MS) {
        kept.set(name, turn);
        const [oldest] = kept.keys();
        if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
        return waitMs;
      }
      if (waitMs > 0) await wait(waitMs);
      return undefined;
    },
    hold: (ms) => {
      heldUntil = Math.max(heldUntil, clock().getTime() + ms);
      evenly = Math.max(evenly, heldUntil + (MOST_AT_ONCE - 1) * EVERY_MS);
    },
  };
}
