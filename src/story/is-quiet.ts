import { HOUR_MS } from '#kernel/clock.ts';
import type { Story } from '#story/story.ts';

/** How long after its first article a card is edited. */
const QUIET_AFTER_MS = 72 * HOUR_MS;

/** Whether this story's card is edited no more, except for what takes something back. */
export const isQuiet = (story: Story, now: Date): boolean =>
  now.getTime() - Date.parse(story.openedAt) >= QUIET_AFTER_MS;
