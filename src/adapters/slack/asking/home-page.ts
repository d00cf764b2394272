import type { DashboardPlace } from '#command/watch/dashboard.ts';
import type { ChannelId } from '#kernel/id.ts';

/** How the ids of buttons begin that turn the page of the Home tab. */
export const PAGE = 'page';

/** A page's place as a button and the tab itself hold it; the first page has none. */
export const heldPlace = (place: DashboardPlace | undefined): string =>
  place === undefined ? 'first' : `${place.channel} ${place.skip}`;

/** The place that is held there; absent for the first page. */
export function placeHeld(held: string | undefined): DashboardPlace | undefined {
  const [, channel, skip] = /^(\S+) (\d+)$/.exec(held ?? '') ?? [];
  return channel === undefined ? undefined : { channel: channel as ChannelId, skip: Number(skip) };
}
