import type { Clock } from '#kernel/clock.ts';

/** A clock that runs like any other, and that a test can set forward or back. */
export type MovableClock = {
  readonly now: Clock;
  moveTo(moment: Date): void;
  moveBy(ms: number): void;
};

/** A clock that shows the present until somebody moves it. */
export function movableClock(): MovableClock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    moveTo: (moment) => {
      offsetMs = moment.getTime() - Date.now();
    },
    moveBy: (ms) => {
      offsetMs += ms;
    },
  };
}
