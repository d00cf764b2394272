import { openPolicy, type Policy } from '#channel/policy.ts';
import type { Ask, Choice, Desk } from '#command/command.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import type { Stores } from '#ledger.ts';

/** Who may look. */
export const LOOKING_CHOICES: readonly Choice[] = [
  { value: 'anyone', label: { en: 'anyone', fr: 'tous' } },
  { value: 'managers', label: { en: 'managers', fr: 'gestionnaires' } },
];

/** Who may look and change in the workspace of whoever asks. */
export const policyOf = async ({ channel }: Ask, { ledger }: Desk): Promise<Policy> =>
  (await ledger.workspaces.findPolicy(channel.workspace)) ?? openPolicy;

/** What is to change of the policy, empty where nothing of it is named; or what of it nobody can make sense of. */
export type WantedPolicy =
  | { readonly kind: 'policy'; readonly wanted: Partial<Policy> }
  | { readonly kind: 'no-looking' | 'no-group'; readonly typed: string };

/** Reads who may look, and who may manage beside those whom the platform lets. */
export function readPolicy(ask: Ask): WantedPolicy {
  const { looking, manager, 'no-manager': nobody } = ask.options;
  if (looking !== undefined && looking !== 'anyone' && looking !== 'managers')
    return { kind: 'no-looking', typed: looking };
  const managers = nobody === undefined ? managersFor(manager, ask) : [];
  if (managers === 'no-group') return { kind: 'no-group', typed: manager ?? '' };
  return {
    kind: 'policy',
    wanted: { ...(looking !== undefined && { looking }), ...(managers !== undefined && { managers }) },
  };
}

/** Keeps what is wanted of the policy; gives what takes it back. */
export async function keepPolicy(
  wanted: Partial<Policy>,
  { channel: { workspace } }: Ask,
  { workspaces }: Stores,
): Promise<Inverse> {
  const before = (await workspaces.findPolicy(workspace)) ?? openPolicy;
  const after: Policy = { ...before, ...wanted };
  await workspaces.savePolicy(workspace, after);
  return { kind: 'policy', before, after };
}

/** A role or group that the person named and the platform knows; `off` takes all away. */
function managersFor(
  typed: string | undefined,
  { callable = {} }: Ask,
): Policy['managers'] | 'no-group' | undefined {
  if (typed === undefined) return undefined;
  if (['off', 'non', 'no'].includes(typed.toLowerCase())) return [];
  return Object.hasOwn(callable, typed) ? [typed] : 'no-group';
}
