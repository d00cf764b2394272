import type { Actor } from './payloads.ts';
import type { Slack } from './slack.ts';
import type { Channel, Message, View } from './world.ts';
import { findMessage } from './world.ts';

/** Who does it and where, by id. `twice`: the app gets the same thing a second time. */
export type By = { readonly user: string; readonly channel: string; readonly twice?: boolean };

/** Somebody, with the workspace they belong to. */
export function actorOf({ world }: Slack, id: string): Actor {
  const user = world.users.find((known) => known.id === id);
  const team = world.teams.find((known) => known.id === user?.team);
  if (user === undefined || team === undefined) throw new Error(`there is no user ${id}`);
  return { user, team, world };
}

/** The channel, which they see: a test in which somebody acts where they cannot look is wrong. */
export function channelSeenBy({ world }: Slack, { user, channel: id }: By): Channel {
  const channel = world.channels.find((known) => known.id === id);
  const isSeen = channel?.kind === 'public' || channel?.members.includes(user);
  if (channel === undefined || !isSeen) throw new Error(`${user} sees no channel ${id}`);
  return channel;
}

/** The message, which they see. */
export function messageSeenBy(slack: Slack, by: By, ts: string): Message {
  const message = findMessage(channelSeenBy(slack, by), ts);
  const isSeen = message?.visibleTo === undefined || message.visibleTo === by.user;
  if (message === undefined || !isSeen) throw new Error(`${by.user} sees no message ${ts} in ${by.channel}`);
  return message;
}

/** The view, which stands open. */
export function viewWith({ world }: Slack, id: string): View {
  const view = world.views.find((known) => known.id === id && known.isOpen);
  if (view === undefined) throw new Error(`no view ${id} is open`);
  return view;
}
