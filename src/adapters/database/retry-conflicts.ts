import { setTimeout as pause } from 'node:timers/promises';
import type { Run } from './run-in-turn.ts';

/** Serialization failure and deadlock: the whole transaction may simply be tried again. */
const CONFLICTS = new Set(['40001', '40P01']);
/** Others get their turn in between; a conflict that lasts longer is a fault. */
const MOST_ATTEMPTS = 10;
/** The longest pause before the second attempt; it doubles with each. */
const FIRST_PAUSE_MS = 5;

/**
 * Runs work again that PostgreSQL undid because something else had changed what it had read: the work must change
 * nothing but the database. Any other failure comes through at once.
 */
export function retryConflicts(random: () => number): Run {
  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (cause) {
        if (attempt === MOST_ATTEMPTS || !isConflict(cause)) throw cause;
        await pause(random() * FIRST_PAUSE_MS * 2 ** (attempt - 1));
      }
    }
  };
}

const isConflict = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && CONFLICTS.has(String(cause.code));
