import type { OutletId } from '#feed/outlet.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { Story } from '#story/story.ts';

/** How long after a story opened the silent side's feed is read more often. */
export const AWAITED_FOR_MS = 6 * HOUR_MS;

/** Whether this young story waits for words that this outlet would publish. */
export function awaits(story: Story, outlet: OutletId, now: Date): boolean {
  if (now.getTime() - Date.parse(story.openedAt) > AWAITED_FOR_MS) return false;
  return story.account.sides.some(
    ({ silence }) => silence?.kind === 'nothing-yet' && silence.outlet === outlet,
  );
}
