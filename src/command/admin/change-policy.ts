import { openPolicy, type Policy } from '#channel/policy.ts';
import type { Ask, Choice, Desk, Reply } from '#command/command.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { policyWordsIn } from '#command/words/policy-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** The options that say who may look and who may manage: for the whole workspace, not for a channel. */
export const POLICY_OPTIONS: readonly string[] = ['looking', 'manager'];

/** Who may look. */
export const LOOKING_CHOICES: readonly Choice[] = [
  { value: 'anyone', label: { en: 'anyone', fr: 'tous' } },
  { value: 'managers', label: { en: 'managers', fr: 'gestionnaires' } },
];

/** Who may look and change in the workspace of whoever asks. */
export const policyOf = async ({ channel }: Ask, { ledger }: Desk): Promise<Policy> =>
  (await ledger.workspaces.findPolicy(channel.workspace)) ?? openPolicy;

/** Changes who may look, or who may manage beside those whom the platform lets. */
export async function changePolicy(ask: Ask, desk: Desk): Promise<Reply> {
  const words = policyWordsIn((await wordsFor(ask, desk)).language);
  const { looking, manager } = ask.options;
  if (looking !== undefined && looking !== 'anyone' && looking !== 'managers')
    return { kind: 'refused', lines: [words.noSuchLooking(looking)] };
  const managers = manager === undefined ? undefined : managersFor(manager, ask);
  if (managers === 'no-group') return { kind: 'refused', lines: [words.noSuchGroup(manager ?? '')] };

  const { workspace } = ask.channel;
  const made = await makeChange('readout-admin settings', ask, desk, async ({ workspaces }) => {
    const before = (await workspaces.findPolicy(workspace)) ?? openPolicy;
    const after: Policy = { looking: looking ?? before.looking, managers: managers ?? before.managers };
    await workspaces.savePolicy(workspace, after);
    return {
      result: after,
      detail: POLICY_OPTIONS.flatMap((name) => {
        const typed = ask.options[name];
        return typed === undefined ? [] : [`${name}:${typed}`];
      }).join(' '),
      inverse: { kind: 'policy', before, after },
    };
  });
  return { kind: 'done', lines: [words.policy(made.result)], actions: made.undo };
}

/** A role or group that the person named and the platform knows; `off` takes all away. */
function managersFor(typed: string, { callable = {} }: Ask): Policy['managers'] | 'no-group' {
  if (['off', 'non', 'no'].includes(typed.toLowerCase())) return [];
  return Object.hasOwn(callable, typed) ? [typed] : 'no-group';
}
