import type { Clock } from '#kernel/clock.ts';

/** A clock that runs on from wherever it was put. */
export type MovableClock = {
  readonly now: Clock;
  moveTo(moment: Date): void;
  advance(ms: number): void;
};

/** Shows what `base` shows until it is moved. */
export function movableClock(base: Clock): MovableClock {
  let offsetMs = 0;
  return {
    now: () => new Date(base().getTime() + offsetMs),
    moveTo: (moment) => {
      offsetMs = moment.getTime() - base().getTime();
    },
    advance: (ms) => {
      offsetMs += ms;
    },
  };
}
