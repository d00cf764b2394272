import type { Ask, Desk } from '#command/command.ts';
import { decideAnew } from '#delivery/decide-anew.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** Keeps a changed watch, with who changed it; what it holds is decided on anew. */
export async function changeWatch(
  watch: Subscription,
  { what, detail }: { readonly what: string; readonly detail: string },
  { channel, who }: Ask,
  { ledger, clock }: Desk,
): Promise<void> {
  const now = clock();
  await ledger.transaction(async ({ subscriptions, workspaces, deliveries }) => {
    await subscriptions.update(watch);
    await decideAnew(channel.id, deliveries, now);
    await workspaces.audit({
      workspace: channel.workspace,
      channel: channel.id,
      who,
      at: now.toISOString(),
      what,
      detail,
    });
  });
}
