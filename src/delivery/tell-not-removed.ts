import type { WorkspaceStore } from '#channel/workspace-store.ts';
import { isRemovalOwed } from '#delivery/after-removal.ts';
import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { notRemovedLine } from '#delivery/not-removed-line.ts';
import { newPointer } from '#delivery/plan-pointers.ts';
import { NOT_REMOVED } from '#delivery/speaks-of-its-card.ts';

type Stores = { readonly deliveries: DeliveryStore; readonly workspaces: WorkspaceStore };

/**
 * Where a card that somebody wanted removed stays after all, owes its channel a line below it that says so, and notes it
 * in the audit. In quiet hours the line waits for their end, which only what is urgent passes: the card is
 * there to be seen meanwhile, and the audit tells at once. Call it in the transaction that saves the post as it is `after`.
 */
export async function tellNotRemoved(
  before: Post,
  after: Post,
  { deliveries, workspaces }: Stores,
  now: Date,
): Promise<void> {
  const { removedBy: by, story, card } = before;
  if (by === undefined || !isRemovalOwed(before) || after.removedBy !== undefined) return;
  const channel = await workspaces.findChannel(before.channel);
  if (channel === undefined) return;
  const at = now.toISOString();
  const reason = after.reason ?? '';
  const line = notRemovedLine(card, by, reason);
  await deliveries.savePointer(newPointer({ channel, story, change: `${NOT_REMOVED}${at}`, line, now }));
  const { workspace, id } = channel;
  const detail = `${reason}: ${card.story} ${card.headline}`;
  await workspaces.audit({ workspace, channel: id, who: by, at, what: 'remove-card', detail });
}
