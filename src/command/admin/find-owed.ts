import type { DeliveryKey } from '#channel/messenger.ts';
import { isOperators } from '#channel/operator-channel.ts';
import type { Ask, Desk } from '#command/command.ts';
import type { OwedMessage } from '#delivery/owed-message.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/** Whose messages somebody may look over: the operator those of all workspaces, everybody else those of their own. */
export const owedScope = async ({ channel }: Ask, { ledger }: Desk): Promise<WorkspaceId | undefined> =>
  (await isOperators(channel, ledger.workspaces)) ? undefined : channel.workspace;

/** The message of this key. Another workspace's do not exist for whoever asks. */
export async function findOwed(asked: string, ask: Ask, desk: Desk): Promise<OwedMessage | undefined> {
  const owed = await desk.ledger.owed.find(asked as DeliveryKey);
  const scope = await owedScope(ask, desk);
  if (owed === undefined || scope === undefined) return owed;
  const channel = await desk.ledger.workspaces.findChannel(owed.row.channel);
  return channel?.workspace === scope ? owed : undefined;
}
