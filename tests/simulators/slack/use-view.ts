import { checkChoices } from './element-rules.ts';
import { choice, hand, interactive } from './hand-over.ts';
import type { Interaction } from './interaction.ts';
import { actionPayload, actorPayload, findElement } from './payloads.ts';
import { tell } from './read-content.ts';
import { actorOf, viewWith } from './seen-by.ts';
import type { Slack } from './slack.ts';
import type { Fields } from './value-rules.ts';
import { isFields } from './value-rules.ts';
import { newView, showInView, shownView } from './view-methods.ts';
import { viewProblems } from './view-rules.ts';
import type { Filled } from './view-state.ts';
import { stateOf } from './view-state.ts';
import type { View } from './world.ts';

/** What came of pressing Submit. `blocked`: required inputs were empty, so that nothing was sent. */
export type Submission =
  | { readonly kind: 'blocked'; readonly missing: readonly string[] }
  | { readonly kind: 'errors'; readonly errors: Fields }
  | { readonly kind: 'updated' | 'pushed'; readonly view: View }
  | { readonly kind: 'closed' | 'cleared' | 'unanswered' | 'lost' | 'unreachable' };

/** Presses, or chooses, in a view. */
export async function pressInView(
  slack: Slack,
  action: string,
  by: { readonly view: string; readonly option?: string },
): Promise<Interaction> {
  const view = viewWith(slack, by.view);
  const found = findElement(view.shown['blocks'], action);
  const actor = actorOf(slack, view.user);
  const trigger = slack.answerRights.issueTrigger(view.user, slack.clock.now());
  const payload = {
    type: 'block_actions',
    ...actorPayload(actor),
    container: { type: 'view', view_id: view.id },
    trigger_id: trigger,
    view: shownView(view, actor),
    actions: [actionPayload(found, choice(found, by.option), slack.clock.now())],
  };
  const how = await hand(slack, interactive(payload));
  return { end: how.kind, trigger, replies: () => [] };
}

/** Types into an `external_select`, and gets what the app offers. */
export async function suggest(
  slack: Slack,
  action: string,
  typed: { readonly view: string; readonly value: string },
): Promise<readonly Fields[]> {
  const view = viewWith(slack, typed.view);
  const { blockId } = findElement(view.shown['blocks'], action);
  const actor = actorOf(slack, view.user);
  const payload = {
    type: 'block_suggestion',
    ...actorPayload(actor),
    container: { type: 'view', view_id: view.id },
    action_id: action,
    block_id: blockId,
    value: typed.value,
    view: shownView(view, actor),
  };
  const how = await hand(slack, { ...interactive(payload), accepts_response_payload: true });
  if (how.kind !== 'acked') return [];
  const { options } = how.payload;
  const isEmpty = Array.isArray(options) && options.length === 0;
  for (const problem of isEmpty ? [] : checkChoices(how.payload, ''))
    slack.violate(`block_suggestion ${action}: ${tell(problem)}`);
  return Array.isArray(options) ? options.filter(isFields) : [];
}

/** Presses Submit. */
export async function submitView(
  slack: Slack,
  id: string,
  filled: Filled,
  twice = false,
): Promise<Submission> {
  const view = viewWith(slack, id);
  const { values, missing } = stateOf(view, filled);
  if (missing.length > 0) return { kind: 'blocked', missing };
  const actor = actorOf(slack, view.user);
  const payload = {
    type: 'view_submission',
    ...actorPayload(actor),
    trigger_id: slack.answerRights.issueTrigger(view.user, slack.clock.now()),
    view: shownView(view, actor, values),
    response_urls: [],
  };
  const how = await hand(slack, { ...interactive(payload), accepts_response_payload: true }, twice);
  return how.kind === 'acked' ? afterSubmitting(slack, view, how.payload) : { kind: how.kind };
}

/** docs.slack.dev, "Modals": what the acknowledgement of a submission makes of the view. */
function afterSubmitting(slack: Slack, view: View, payload: Fields): Submission {
  const { response_action: action, errors, view: shown } = payload;
  switch (action) {
    case undefined:
      view.isOpen = false;
      return { kind: 'closed' };
    case 'clear':
      for (const stacked of slack.world.views) if (stacked.rootId === view.rootId) stacked.isOpen = false;
      return { kind: 'cleared' };
    case 'errors':
      return { kind: 'errors', errors: checkedErrors(slack, view, errors) };
    case 'update':
    case 'push':
      return afterShowing(slack, view, action, shown);
    default:
      slack.violate(`view_submission: unknown response_action ${String(action)}`);
      return { kind: 'unanswered' };
  }
}

function checkedErrors(slack: Slack, view: View, errors: unknown): Fields {
  const inputs = (view.shown['blocks'] as readonly Fields[])
    .filter(({ type }) => type === 'input')
    .map((block) => block['block_id']);
  const told = isFields(errors) ? errors : {};
  for (const block of Object.keys(told))
    if (!inputs.includes(block))
      slack.violate(`view_submission: errors for ${block}, which is no input block`);
  if (Object.keys(told).length === 0) slack.violate('view_submission: errors without any error');
  return told;
}

function afterShowing(slack: Slack, view: View, action: 'update' | 'push', shown: unknown): Submission {
  const problems = viewProblems(shown);
  for (const problem of problems) slack.violate(`view_submission: ${tell(problem)}`);
  if (problems.length > 0) return { kind: 'unanswered' };
  if (action === 'update') showInView(view, shown as View['shown']);
  const next = action === 'update' ? view : newView(slack.world, { ...view, shown: shown as View['shown'] });
  return { kind: action === 'update' ? 'updated' : 'pushed', view: next };
}
