/** Chance that falls the same way each time it is thrown from the same seed. */
export type Dice = {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
  /** As `pick`, and the sooner a thing stands in the list the likelier: few names fill most of the news. */
  readonly pickEarly: <Thing>(things: readonly Thing[]) => Thing;
};

/** Dice from a seed (mulberry32). */
export function diceFrom(seed: number): Dice {
  let state = seed;
  const throwOnce = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(throwOnce() * limit),
    pick: (things) => at(things, throwOnce()),
    pickEarly: (things) => at(things, throwOnce() ** 3),
  };
}

function at<Thing>(things: readonly Thing[], place: number): Thing {
  const thing = things[Math.floor(place * things.length)];
  if (thing === undefined) throw new Error('There is nothing to pick from.');
  return thing;
}
