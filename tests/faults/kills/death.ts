import type { Dice } from '../../bench/dice.ts';

/**
 * Points in the life of a delivery, in their order: what is read is kept with the card that is owed, the card is claimed,
 * the request leaves, the answer comes, what came of it is recorded. An edit and a pointer pass the same ones.
 */
export const POINTS = [
  'before keeping',
  'after keeping',
  'before claiming',
  'after claiming',
  'before the request',
  'after the request',
  'before the answer',
  'after the answer',
  'before the edit',
  'after the edit',
  'before recording',
  'after recording',
] as const;

/** One of the points. */
export type Point = (typeof POINTS)[number];

/** How a life of the program ends: the `nth` time that it passes a point, or so long after it said that it is ready. */
export type Death =
  | { readonly kind: 'at-point'; readonly point: Point; readonly nth: number }
  | { readonly kind: 'after-ready'; readonly ms: number }
  | { readonly kind: 'after-start'; readonly ms: number }
  /** By SIGTERM, as a host ends it. */
  | { readonly kind: 'asked-to-end'; readonly ms: number };

const SHORTEST_MS = 2;
const LONGEST_MS = 1_500;
/** A life sends few messages: most die when they pass a point for the first time. */
const DIES_LATER_ONE_IN = 4;

/** Half of all deaths are at points, each in its turn; most others come when there is something to send. */
export function nextDeath(number: number, dice: Dice): Death {
  if (number % 2 === 0) {
    const point = POINTS[(number / 2) % POINTS.length] ?? POINTS[0];
    return { kind: 'at-point', point, nth: dice.below(DIES_LATER_ONE_IN) === 0 ? 2 : 1 };
  }
  const ms = SHORTEST_MS + dice.below(LONGEST_MS - SHORTEST_MS);
  switch (dice.below(10)) {
    case 0:
      return { kind: 'after-start', ms };
    case 1:
      return { kind: 'asked-to-end', ms };
    default:
      return { kind: 'after-ready', ms };
  }
}
