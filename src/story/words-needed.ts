import { HOUR_MS } from '#kernel/clock.ts';
import { type Act, tellOfOneEvent } from '#story/same-event.ts';

/** Actors and events in common are not enough without the same act: some words must be the same as well. */
const USUALLY = 2;
/** One word is enough where both tell of the same event of one day. */
const FOR_ONE_EVENT = 1;
const ONE_DAY_HOURS = 24;

/** How many words an article must have in common with a story that is not shown to tell of the same act. */
export function wordsNeeded(act: Act, acts: readonly Act[]): number {
  const isOfOneEvent = acts.some(
    (other) => tellOfOneEvent(act, other) && Math.abs(act.at - other.at) <= ONE_DAY_HOURS * HOUR_MS,
  );
  return isOfOneEvent ? FOR_ONE_EVENT : USUALLY;
}
