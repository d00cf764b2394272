import { setTimeout as pause } from 'node:timers/promises';

/** Nobody who reads a channel notices it, and in a burst a few deliveries end within it. */
const GATHER_MS = 25;

/** Waits for the moment in which deliveries that end are gathered for one claim. */
export const gather = (): Promise<void> => pause(GATHER_MS);
