import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** Where the operator is told what concerns the program itself. On the terminal that is the log. */
export type OperatorChannel = Pick<ChannelRef, 'platform' | 'address'>;

/** The operator's channel goes by one id, wherever it is: what is owed follows when the setting changes. */
export const OPERATOR_CHANNEL = 'operator' as ChannelId;
/** It stands in no workspace of a platform: nobody can put us out of it. */
export const OPERATOR_WORKSPACE = 'operator' as WorkspaceId;

/** Makes the operator's channel known; nobody watches topics there under this id. */
export async function welcomeOperator(
  { platform, address }: OperatorChannel,
  view: Pick<Workspace, 'languages' | 'zone'>,
  workspaces: WorkspaceStore,
): Promise<void> {
  await workspaces.save({ id: OPERATOR_WORKSPACE, platform, name: 'Operator', ...view });
  await workspaces.saveChannel({
    id: OPERATOR_CHANNEL,
    workspace: OPERATOR_WORKSPACE,
    platform,
    address,
    name: 'operator',
  });
}

/** Whether somebody asks from the operator's channel, or from the operator's own terminal. */
export async function isOperators(
  { platform, address }: OperatorChannel,
  workspaces: WorkspaceStore,
): Promise<boolean> {
  if (platform === 'terminal') return true;
  const operators = await workspaces.findChannel(OPERATOR_CHANNEL);
  return operators?.platform === platform && operators.address === address;
}
