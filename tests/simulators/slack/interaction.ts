import type { Handed } from './socket-mode.ts';
import type { Message } from './world.ts';

/** What came of an interaction so far. */
export type Interaction = {
  readonly end: Handed['kind'];
  readonly trigger: string;
  /** All that was said in answer to it, oldest first, as it stands now. */
  replies(): readonly Message[];
};
