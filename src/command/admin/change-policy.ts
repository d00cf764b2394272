import { openPolicy, type Policy } from '#channel/policy.ts';
import type { Ask, Choice } from '#command/command.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import type { Stores } from '#ledger.ts';

/** Who may look. */
export const LOOKING_CHOICES: readonly Choice[] = [
  { value: 'anyone', label: { en: 'anyone', fr: 'tous' } },
  { value: 'managers', label: { en: 'managers', fr: 'gestionnaires' } },
];

/** More groups are a sign that the platform's own rights are what is wanted. */
const MOST_MANAGERS = 10;

/** What is to change of the policy, empty where nothing of it is named; or what of it nobody can make sense of. */
export type WantedPolicy =
  | { readonly kind: 'policy'; readonly wanted: Partial<Policy> }
  | { readonly kind: 'no-looking'; readonly typed: string }
  | {
      readonly kind: 'no-group';
      readonly option: 'manager' | 'manager-no-more';
      readonly typed: string;
    }
  | { readonly kind: 'too-many'; readonly before: Policy['managers'] };

/** Reads who may look, and who may manage beside those whom the platform lets; `before` is how it stands. */
export function readPolicy(ask: Ask, before: Policy): WantedPolicy {
  const { looking, manager, 'manager-no-more': former } = ask.options;
  if (looking !== undefined && looking !== 'anyone' && looking !== 'managers')
    return { kind: 'no-looking', typed: looking };
  if (manager !== undefined && !isOff(manager) && !isKnown(manager, ask))
    return { kind: 'no-group', option: 'manager', typed: manager };
  if (former !== undefined && !isKnown(former, ask) && !before.managers.includes(former))
    return { kind: 'no-group', option: 'manager-no-more', typed: former };
  const managers = managersAfter(ask.options, before.managers);
  if ((managers?.length ?? 0) > MOST_MANAGERS) return { kind: 'too-many', before: before.managers };
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

/** Those who managed before and the one who is added, without the one who is taken away; nothing where none is named. */
function managersAfter(
  { manager, 'manager-no-more': former, 'no-manager': nobody }: Ask['options'],
  before: Policy['managers'],
): Policy['managers'] | undefined {
  if (manager === undefined && former === undefined && nobody === undefined) return undefined;
  if (nobody !== undefined || (manager !== undefined && isOff(manager))) return [];
  const added = manager === undefined ? before : [...new Set([...before, manager])];
  return added.filter((group) => group !== former);
}

const isOff = (typed: string): boolean => ['off', 'non', 'no'].includes(typed.toLowerCase());

/** A role or group that the person named and the platform knows. */
const isKnown = (typed: string, { callable = {} }: Ask): boolean => Object.hasOwn(callable, typed);
