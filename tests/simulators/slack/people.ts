import { answerSomebody } from './answer-somebody.ts';
import { checkChoices } from './element-rules.ts';
import type { AnswerTo } from './interactions.ts';
import type { Actor, Found } from './payloads.ts';
import {
  actionPayload,
  actorPayload,
  eventPayload,
  findElement,
  placePayload,
  slashPayload,
} from './payloads.ts';
import { tell } from './read-content.ts';
import { shownMessage } from './shown-message.ts';
import type { Slack } from './slack.ts';
import type { Envelope, Handed } from './socket-mode.ts';
import type { Fields } from './value-rules.ts';
import { isFields } from './value-rules.ts';
import { newView, showInView, shownView } from './view-methods.ts';
import { viewProblems } from './view-rules.ts';
import type { Filled } from './view-state.ts';
import { stateOf } from './view-state.ts';
import type { Channel, Message, View } from './world.ts';
import { contentOf, findMessage } from './world.ts';

/** Who does it and where, by id. `twice`: the app gets the same thing a second time. */
export type By = { readonly user: string; readonly channel: string; readonly twice?: boolean };

/** What came of an interaction so far. */
export type Interaction = {
  readonly end: Handed['kind'];
  readonly trigger: string;
  /** All that was said in answer to it, oldest first, as it stands now. */
  replies(): readonly Message[];
};

/** What came of pressing Submit. `blocked`: required inputs were empty, so that nothing was sent. */
export type Submission =
  | { readonly kind: 'blocked'; readonly missing: readonly string[] }
  | { readonly kind: 'errors'; readonly errors: Fields }
  | { readonly kind: 'updated' | 'pushed'; readonly view: View }
  | { readonly kind: 'closed' | 'cleared' | 'unanswered' | 'lost' | 'unreachable' };

/** What people do in Slack. */
export type People = {
  slash(text: string, by: By & { readonly command?: string }): Promise<Interaction>;
  /** Presses the button, or chooses `option`, with this `action_id` in a message. */
  press(action: string, by: By & { readonly ts: string; readonly option?: string }): Promise<Interaction>;
  /** The same in a view. */
  pressInView(action: string, by: { readonly view: string; readonly option?: string }): Promise<Interaction>;
  /** Types into an `external_select` of a view; answers what is offered. */
  suggest(
    action: string,
    typed: { readonly view: string; readonly value: string },
  ): Promise<readonly Fields[]>;
  submitView(view: string, filled: Filled): Promise<Submission>;
  /** Uses a shortcut on a message. */
  useMessageShortcut(callback: string, by: By & { readonly ts: string }): Promise<Interaction>;
  /** Opens the Home tab of the app. */
  openHome(user: string): Promise<Handed>;
  /** Anything of the Events API; sent once more where it was not acknowledged. */
  event(event: Fields, more?: { readonly team?: string; readonly twice?: boolean }): Promise<Handed>;
};

/** The people of this Slack. */
export function peopleOf(slack: Slack): People {
  return {
    slash: (text, by) => slash(slack, text, by),
    press: (action, by) => press(slack, action, by),
    pressInView: (action, by) => pressInView(slack, action, by),
    suggest: (action, typed) => suggest(slack, action, typed),
    submitView: (view, filled) => submitView(slack, view, filled),
    useMessageShortcut: (callback, by) => useMessageShortcut(slack, callback, by),
    openHome: (user) => openHome(slack, user),
    event: (event, more) => sendEvent(slack, event, more),
  };
}

async function slash(
  slack: Slack,
  text: string,
  { command = '/readout', ...by }: By & { readonly command?: string },
): Promise<Interaction> {
  const started = start(slack, by);
  const payload = slashPayload(started.actor, { command, text, ...started, channel: started.to.channel });
  const how = await hand(
    slack,
    { type: 'slash_commands', payload, accepts_response_payload: true },
    by.twice,
  );
  if (how.kind === 'acked' && Object.keys(how.payload).length > 0)
    answerInAck(slack, how.payload, started.to);
  return interaction(how, started);
}

async function press(
  slack: Slack,
  action: string,
  { ts, option, ...by }: By & { readonly ts: string; readonly option?: string },
): Promise<Interaction> {
  const message = messageSeenBy(slack, by, ts);
  const found = findElement(contentOf(message).blocks, action);
  const started = start(slack, by, message);
  const payload = {
    type: 'block_actions',
    ...actorPayload(started.actor),
    ...placePayload(started.to.channel, message),
    trigger_id: started.trigger,
    response_url: started.responseUrl,
    state: { values: {} },
    actions: [actionPayload(found, choice(found, option), slack.clock.now())],
  };
  return interaction(await hand(slack, interactive(payload), by.twice), started);
}

async function pressInView(
  slack: Slack,
  action: string,
  by: { readonly view: string; readonly option?: string },
): Promise<Interaction> {
  const view = viewWith(slack, by.view);
  const found = findElement(view.shown['blocks'], action);
  const actor = actorOf(slack, view.user);
  const trigger = slack.interactions.issueTrigger(view.user, slack.clock.now());
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

async function suggest(
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

async function submitView(slack: Slack, id: string, filled: Filled): Promise<Submission> {
  const view = viewWith(slack, id);
  const { values, missing } = stateOf(view, filled);
  if (missing.length > 0) return { kind: 'blocked', missing };
  const actor = actorOf(slack, view.user);
  const payload = {
    type: 'view_submission',
    ...actorPayload(actor),
    trigger_id: slack.interactions.issueTrigger(view.user, slack.clock.now()),
    view: shownView(view, actor, values),
    response_urls: [],
  };
  const how = await hand(slack, { ...interactive(payload), accepts_response_payload: true });
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

async function useMessageShortcut(
  slack: Slack,
  callback: string,
  { ts, ...by }: By & { readonly ts: string },
): Promise<Interaction> {
  const message = messageSeenBy(slack, by, ts);
  const started = start(slack, by);
  const payload = {
    type: 'message_action',
    ...actorPayload(started.actor),
    callback_id: callback,
    trigger_id: started.trigger,
    response_url: started.responseUrl,
    message_ts: ts,
    channel: { id: started.to.channel.id, name: started.to.channel.name },
    message: shownMessage(message, { ...started.actor, channel: started.to.channel }),
  };
  return interaction(await hand(slack, interactive(payload), by.twice), started);
}

async function openHome(slack: Slack, user: string): Promise<Handed> {
  const { team } = actorOf(slack, user);
  const event = { type: 'app_home_opened', user, channel: `D${user.slice(1)}`, tab: 'home' };
  return sendEvent(slack, event, { team: team.id });
}

async function sendEvent(
  slack: Slack,
  event: Fields,
  { team: id, twice = false }: { readonly team?: string; readonly twice?: boolean } = {},
): Promise<Handed> {
  const team = slack.world.teams.find((known) => id === undefined || known.id === id);
  if (team === undefined) throw new Error(`there is no team ${id}`);
  const payload = eventPayload({ team, world: slack.world }, event, slack.clock.now());
  const envelope: Envelope = { type: 'events_api', payload, accepts_response_payload: false };
  const again = { ...envelope, retry_attempt: 1, retry_reason: 'timeout' };
  const how = await slack.sockets.hand(envelope);
  return twice || how.kind !== 'acked' ? slack.sockets.hand(again) : how;
}

type Started = {
  readonly actor: Actor;
  readonly trigger: string;
  readonly responseUrl: string;
  readonly to: AnswerTo;
  readonly world: Slack['world'];
};

function start(slack: Slack, by: By, source?: Message): Started {
  const actor = actorOf(slack, by.user);
  const channel = channelSeenBy(slack, by);
  const now = slack.clock.now();
  const trigger = slack.interactions.issueTrigger(by.user, now);
  const to: AnswerTo = { team: actor.team, channel, user: by.user, trigger, ...(source && { source }) };
  const responseUrl = slack.responseUrl(slack.interactions.issueResponse(to, now));
  return { actor, trigger, responseUrl, to, world: slack.world };
}

async function hand(slack: Slack, envelope: Envelope, twice = false): Promise<Handed> {
  const [how] = await Promise.all([
    slack.sockets.hand(envelope),
    ...(twice ? [slack.sockets.hand(envelope)] : []),
  ]);
  return how;
}

const interactive = (payload: Fields): Envelope => ({
  type: 'interactive',
  payload,
  accepts_response_payload: false,
});

function answerInAck(slack: Slack, payload: Fields, to: AnswerTo): void {
  const answered = answerSomebody(payload, to, { world: slack.world, now: slack.clock.now() });
  for (const problem of answered.problems) slack.violate(`acknowledgement: ${problem}`);
}

const interaction = (how: Handed, { trigger, to }: Started): Interaction => ({
  end: how.kind,
  trigger,
  replies: () => to.channel.messages.filter(({ answers, deletedAt }) => answers === trigger && !deletedAt),
});

function choice({ element }: Found, option: string | undefined): Fields {
  if (option === undefined) return {};
  const { options } = element;
  const offered = Array.isArray(options)
    ? options.filter(isFields).find((one) => one['value'] === option)
    : undefined;
  return { selected_option: offered ?? { text: { type: 'plain_text', text: option }, value: option } };
}

function actorOf({ world }: Slack, id: string): Actor {
  const user = world.users.find((known) => known.id === id);
  const team = world.teams.find((known) => known.id === user?.team);
  if (user === undefined || team === undefined) throw new Error(`there is no user ${id}`);
  return { user, team, world };
}

/** A test in which somebody acts where they cannot look is wrong. */
function channelSeenBy({ world }: Slack, { user, channel: id }: By): Channel {
  const channel = world.channels.find((known) => known.id === id);
  const isSeen = channel?.kind === 'public' || channel?.members.includes(user);
  if (channel === undefined || !isSeen) throw new Error(`${user} sees no channel ${id}`);
  return channel;
}

function messageSeenBy(slack: Slack, by: By, ts: string): Message {
  const message = findMessage(channelSeenBy(slack, by), ts);
  const isSeen = message?.visibleTo === undefined || message.visibleTo === by.user;
  if (message === undefined || !isSeen) throw new Error(`${by.user} sees no message ${ts} in ${by.channel}`);
  return message;
}

function viewWith({ world }: Slack, id: string): View {
  const view = world.views.find((known) => known.id === id && known.isOpen);
  if (view === undefined) throw new Error(`no view ${id} is open`);
  return view;
}
