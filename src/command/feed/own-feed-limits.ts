import type { OwnFeedStore } from '#feed/own-feed-store.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/** So many feeds of its own a workspace may have. */
export const MOST_OWN_FEEDS = 50;
/** So many it may add, or try to, within an hour. */
export const MOST_ADDED_AN_HOUR = 20;

/** How many feeds a workspace may add now, and which limit holds it there. */
export type Room = { readonly left: number; readonly limit: 'most' | 'an-hour' };

/** The room that is left to a workspace. */
export async function roomFor(workspace: WorkspaceId, ownFeeds: OwnFeedStore, now: Date): Promise<Room> {
  const has = (await ownFeeds.listByWorkspace(workspace)).length;
  const addedLately = await ownFeeds.countAddedSince(workspace, new Date(now.getTime() - HOUR_MS));
  const left = Math.max(0, MOST_OWN_FEEDS - has);
  const leftNow = Math.max(0, MOST_ADDED_AN_HOUR - addedLately);
  return left <= leftNow ? { left, limit: 'most' } : { left: leftNow, limit: 'an-hour' };
}
