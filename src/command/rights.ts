import { openPolicy, type Policy } from '#channel/policy.ts';
import type { Desk } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';
import type { AskStanding, Standing } from '#command/standing.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** What somebody may do in a channel. Who may change things may look as well. */
export type Rights = { readonly mayLook: boolean; readonly mayChange: boolean };

/** Who may look and who manages in a workspace. */
export const policyIn = async (workspace: WorkspaceId, { ledger }: Desk): Promise<Policy> =>
  (await ledger.workspaces.findPolicy(workspace)) ?? openPolicy;

/** By what the platform lets this person do, and by what the workspace's policy adds or takes away. */
export async function rightsOf(
  { workspace, mayChange, groups = [] }: Pick<Inbound, 'workspace' | 'mayChange' | 'groups'>,
  desk: Desk,
): Promise<Rights> {
  return rightsUnder(await policyIn(workspace.id, desk), mayChange, groups);
}

/** The roles and groups that the policy names manage, as do those whom the platform lets. */
export function rightsUnder(policy: Policy, isLet: boolean, groups: readonly string[]): Rights {
  const mayChange = isLet || groups.some((group) => policy.managers.includes(group));
  return { mayChange, mayLook: mayChange || policy.looking === 'anyone' };
}

/**
 * What somebody is in other channels: those whom the policy names manage where they take part. The platform is asked once
 * for each; absent where it tells of none.
 */
export function standingOf(
  { workspace, groups = [], standing }: Pick<Inbound, 'workspace' | 'groups' | 'standing'>,
  desk: Desk,
): AskStanding | undefined {
  if (standing === undefined) return undefined;
  const asked = new Map<ChannelId, Promise<Standing>>();
  const ask: AskStanding = async (channel) => {
    const told = await standing(channel);
    if (told !== 'takes-part') return told;
    return rightsUnder(await policyIn(workspace.id, desk), false, groups).mayChange ? 'manages' : told;
  };
  return (channel) => {
    const answer = asked.get(channel.id) ?? ask(channel);
    asked.set(channel.id, answer);
    return answer;
  };
}
