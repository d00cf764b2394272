import type { AnswerTo } from './answer-rights.ts';
import { answerSomebody } from './answer-somebody.ts';
import { choice, hand, interactive } from './hand-over.ts';
import type { Interaction } from './interaction.ts';
import type { Actor } from './payloads.ts';
import {
  actionPayload,
  actorPayload,
  eventPayload,
  findElement,
  placePayload,
  slashPayload,
} from './payloads.ts';
import { actorOf, type By, channelSeenBy, messageSeenBy } from './seen-by.ts';
import { shownMessage } from './shown-message.ts';
import type { Slack } from './slack.ts';
import type { Envelope, Handed } from './socket-mode.ts';
import { pressInView, type Submission, submitView, suggest } from './use-view.ts';
import type { Fields } from './value-rules.ts';
import type { Filled } from './view-state.ts';
import type { Message } from './world.ts';
import { contentOf } from './world.ts';

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
  /** `twice`: the app gets it a second time. */
  submitView(view: string, filled: Filled, twice?: boolean): Promise<Submission>;
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
    submitView: (view, filled, twice) => submitView(slack, view, filled, twice),
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
};

function start(slack: Slack, by: By, source?: Message): Started {
  const actor = actorOf(slack, by.user);
  const channel = channelSeenBy(slack, by);
  const now = slack.clock.now();
  const trigger = slack.answerRights.issueTrigger(by.user, now);
  const to: AnswerTo = { team: actor.team, channel, user: by.user, trigger, ...(source && { source }) };
  const responseUrl = slack.responseUrl(slack.answerRights.issueResponse(to, now));
  return { actor, trigger, responseUrl, to };
}

function answerInAck(slack: Slack, payload: Fields, to: AnswerTo): void {
  const answered = answerSomebody(payload, to, { world: slack.world, now: slack.clock.now() });
  for (const problem of answered.problems) slack.violate(`acknowledgement: ${problem}`);
}

const interaction = (how: Handed, { trigger, to }: Started): Interaction => ({
  end: how.kind,
  trigger,
  replies: () => to.channel.messages.filter(({ answers, deletedAt }) => answers === trigger && !deletedAt),
});
