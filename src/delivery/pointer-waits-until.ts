import { keyTakesBack } from '#card/change.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryStores } from '#delivery/delivering.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import { quietUntil } from '#subscription/zoned-times.ts';

/**
 * The end of the quiet hours that a pointer waits for, if it is quiet. What takes back a card that passed these same
 * quiet hours passes too.
 */
export async function pointerWaitsUntil(
  {
    pointer,
    post,
    channel,
  }: { readonly pointer: Pointer; readonly post: Post; readonly channel: ChannelRef },
  { subscriptions, workspaces }: Pick<DeliveryStores, 'subscriptions' | 'workspaces'>,
  now: Date,
): Promise<Date | undefined> {
  const { postedAt } = post;
  const workspace = await workspaces.find(channel.workspace);
  const { quiet, zone } = await settingsOf(channel.id, workspace, subscriptions);
  const until = quiet && quietUntil(quiet, zone, now);
  if (quiet === undefined || until === undefined || postedAt === undefined) return until;
  const passedUntil = quietUntil(quiet, zone, new Date(postedAt));
  const hasPassed = passedUntil?.getTime() === until.getTime();
  return hasPassed && keyTakesBack(pointer.change) ? undefined : until;
}
