import type { BlockAction, MessageShortcut, SlashCommand } from '@slack/bolt';
import { messageWords } from '#adapters/slack/asking/message-words.ts';
import { readNamed } from '#adapters/slack/asking/named-words.ts';
import { FORM } from '#adapters/slack/asking/reply-message.ts';
import { typedWords } from '#adapters/slack/asking/typed-words.ts';
import { placeOfView } from '#adapters/slack/asking/view-place.ts';
import { WHY } from '#adapters/slack/cards/card-blocks.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Asked } from '#command/inbound.ts';

/** What a person did, as Slack's event tells it. */
export type SlackEvent = {
  /** Slack gives each a trigger of its own, which also opens a form; the same one twice is the same event. */
  readonly trigger: string;
  /** The person's workspace: in a channel shared between companies it may not be ours. */
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  /** Absent where the event does not name it. */
  readonly channelName?: string;
  /** In a window that stood open, or the Home tab: only we say of which channel, and who asks may have left it meanwhile. */
  readonly window?: 'modal' | 'home';
  /** A button of a message: a public channel's are pressed also by people who only look into it. */
  readonly isPressed?: true;
  /** A button of a message that only this person sees. */
  readonly isOnOwnMessage?: true;
  /** Channels and user groups that are named, by Slack's ids; whether the person sees them is not known yet. */
  readonly channels?: readonly string[];
  readonly groups?: readonly string[];
  /** The message whose menu was used, and the one whose thread that is in, by Slack's ids. */
  readonly about?: readonly string[];
  /** Our name and nothing else was typed. */
  readonly isAlone?: true;
  readonly asked: Asked;
};

/** A slash command with what was typed behind it; alone, it asks for the form by which something is watched. */
export function eventOfCommand(command: SlashCommand): SlackEvent {
  const { words, channels, groups } = readNamed(typedWords(command.text));
  return {
    trigger: command.trigger_id,
    team: command.team_id,
    user: command.user_id,
    channel: command.channel_id,
    channelName: command.channel_name,
    channels,
    groups,
    ...(words === ''
      ? { isAlone: true, asked: { kind: 'form', call: { kind: 'words', words: 'watch add' } } }
      : { asked: { kind: 'words', words } }),
  };
}

/** The shortcuts on messages; they stand under these names in the app's manifest. */
export const WATCH_THIS = 'watch-this';
export const SHOW_STORY = 'show-story';

/**
 * A shortcut on a message. “Watch this”: the form, filled from the message's words. “Show this story”: the story of the
 * card that the message is.
 */
export function eventOfShortcut(shortcut: MessageShortcut): SlackEvent {
  const { trigger_id: trigger, user, team, channel, message, callback_id: name } = shortcut;
  const thread: unknown = message['thread_ts'];
  const chosen = {
    trigger,
    team: user.team_id ?? team?.id ?? '',
    user: user.id,
    channel: channel.id,
    channelName: channel.name,
  };
  if (name === SHOW_STORY)
    return {
      ...chosen,
      about: [message.ts, ...(typeof thread === 'string' ? [thread] : [])],
      asked: { kind: 'command', path: ['story', 'show'], options: {} },
    };
  const options = { topic: messageWords(message) };
  return {
    ...chosen,
    asked: { kind: 'form', call: { kind: 'command', path: ['watch', 'add'], options } },
  };
}

/** A pressed button, or a choice in a menu; undefined where it stands in no channel or means nothing to us. */
export function eventOfButton(
  body: BlockAction,
  action: BlockAction['actions'][number],
): SlackEvent | undefined {
  const asked = askedBy(action);
  const place = placeOfButton(body, action);
  if (asked === undefined || place === undefined) return undefined;
  const { user, team, trigger_id: trigger, container } = body;
  return {
    trigger,
    team: user.team_id ?? team?.id ?? '',
    user: user.id,
    ...place,
    ...(container['is_ephemeral'] === true && { isOnOwnMessage: true }),
    asked,
  };
}

type Place = Pick<SlackEvent, 'channel' | 'channelName' | 'isPressed' | 'window'>;

function placeOfButton(
  { channel, view }: BlockAction,
  { block_id: block }: { readonly block_id: string },
): Place | undefined {
  if (channel !== undefined) return { channel: channel.id, channelName: channel.name, isPressed: true };
  const place = view && placeOfView(view.private_metadata, block);
  return place && { channel: place.channel, window: view.type === 'home' ? 'home' : 'modal' };
}

function askedBy(action: BlockAction['actions'][number]): Asked | undefined {
  const { action_id: id } = action;
  const value = valueOf(action);
  if (value === undefined) return undefined;
  if (id === WHY) return { kind: 'why', card: value as DeliveryKey };
  const call = { kind: 'words', words: value } as const;
  return id.startsWith(`${FORM}-`) ? { kind: 'form', call } : call;
}

function valueOf(action: BlockAction['actions'][number]): string | undefined {
  if (action.type === 'button') return action.value;
  return action.type === 'overflow' || action.type === 'static_select'
    ? action.selected_option?.value
    : undefined;
}
