import type { Outlet } from '#feed/outlet.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { Story } from '#story/story.ts';
import type { StoryStore } from '#story/story-store.ts';

/** How long after a story opened the silent side's feed is read more often. */
const AWAITED_FOR_MS = 6 * HOUR_MS;

/** Whether a young story waits for words that this outlet would publish; only official ones are ever awaited. */
export async function isAwaited(outlet: Outlet, stories: StoryStore, now: Date): Promise<boolean> {
  if (outlet.voiceOf === undefined) return false;
  const since = new Date(now.getTime() - AWAITED_FOR_MS);
  const young = await stories.listRecent({ since, limit: 200 });
  return young.some((story) => Date.parse(story.openedAt) >= since.getTime() && awaits(story, outlet));
}

const awaits = ({ account }: Story, outlet: Outlet): boolean =>
  account.sides.some(({ silence }) => silence?.kind === 'nothing-yet' && silence.outlet === outlet.id);
