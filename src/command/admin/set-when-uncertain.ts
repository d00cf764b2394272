import type { WhenUncertain } from '#channel/channel.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import { makeChange } from '#command/undo/make-change.ts';
import type { DeliveryWords } from '#command/words/delivery-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { calmSettings } from '#subscription/channel-settings.ts';

const WHAT = 'readout-admin deliveries';

/**
 * Says what is done with a message of which nobody can know whether it arrived: in this channel, or, with `everywhere`,
 * in every channel of the workspace that says nothing of its own.
 */
export async function setWhenUncertain(
  asked: string,
  words: DeliveryWords,
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const policy = asked.toLowerCase();
  if (policy !== 'repeat' && policy !== 'skip')
    return { kind: 'refused', lines: [words.noSuchPolicy(asked)] };
  return ask.options['everywhere'] === undefined
    ? setHere(policy, words, ask, desk)
    : setEverywhere(policy, words, ask, desk);
}

async function setHere(policy: WhenUncertain, words: DeliveryWords, ask: Ask, desk: Desk): Promise<Reply> {
  const made = await makeChange(WHAT, ask, desk, async ({ subscriptions }) => {
    const before = (await subscriptions.findSettings(ask.channel.id)) ?? calmSettings(ask.channel.id);
    const after = { ...before, whenUncertain: policy };
    await subscriptions.saveSettings(after);
    return {
      result: undefined,
      detail: `uncertain:${policy}`,
      opposite: `${WHAT} uncertain:${before.whenUncertain ?? 'repeat'}`,
      inverse: { kind: 'settings', before, after } as const,
    };
  });
  return { kind: 'done', lines: [words.policy(policy)], actions: made.undo };
}

/** What was said before is said again by its button: nothing else hangs on it. */
async function setEverywhere(
  policy: WhenUncertain,
  words: DeliveryWords,
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const { workspace } = ask.channel;
  const { result: former } = await makeChange(WHAT, ask, desk, async ({ workspaces }) => {
    const before = (await workspaces.find(workspace))?.whenUncertain ?? 'repeat';
    await workspaces.setWhenUncertain(workspace, policy);
    return { result: before, detail: `uncertain:${policy} everywhere`, isEverywhere: true as const };
  });
  const { actions } = await wordsFor(ask, desk);
  const again = { label: actions.undo, command: `${WHAT} --everywhere uncertain:${former}` };
  return {
    kind: 'done',
    lines: [words.policyEverywhere(policy)],
    actions: former === policy ? [] : [again],
  };
}
