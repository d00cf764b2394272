import { openPolicy, type Policy } from '#channel/policy.ts';
import type { Desk } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';

/** What somebody may do in a channel. Who may change things may look as well. */
export type Rights = { readonly mayLook: boolean; readonly mayChange: boolean };

/** By what the platform lets this person do, and by what the workspace's policy adds or takes away. */
export async function rightsOf(
  { workspace, mayChange, groups = [] }: Pick<Inbound, 'workspace' | 'mayChange' | 'groups'>,
  { ledger }: Desk,
): Promise<Rights> {
  const policy = (await ledger.workspaces.findPolicy(workspace.id)) ?? openPolicy;
  return rightsUnder(policy, mayChange, groups);
}

/** The roles and groups that the policy names manage, as do those whom the platform lets. */
export function rightsUnder(policy: Policy, isLet: boolean, groups: readonly string[]): Rights {
  const mayChange = isLet || groups.some((group) => policy.managers.includes(group));
  return { mayChange, mayLook: mayChange || policy.looking === 'anyone' };
}
