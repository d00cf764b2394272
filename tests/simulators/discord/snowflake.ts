import type { Clock } from '#kernel/clock.ts';

/** An id of Discord's: it holds the time at which it was made. */
export type Snowflake = string;

/** The first second of 2015, from which Discord counts (docs: reference, "Snowflake format"). */
const EPOCH_MS = 1_420_070_400_000n;

/** Makes ids that rise, whatever the clock does. */
export function snowflakesBy(clock: Clock): () => Snowflake {
  let last = 0n;
  return () => {
    const fresh = (BigInt(clock().getTime()) - EPOCH_MS) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}

/** Which of two ids is the older one, for sorting. */
export const bySnowflake = (a: Snowflake, b: Snowflake): number =>
  BigInt(a) < BigInt(b) ? -1 : Number(BigInt(a) > BigInt(b));
