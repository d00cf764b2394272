import type { BlockAction, ButtonAction, SlashCommand } from '@slack/bolt';
import { WHY } from '#adapters/slack/cards/card-blocks.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Asked } from '#command/inbound.ts';

/** What a person did, as Slack's event tells it. */
export type SlackEvent = {
  /** Slack gives each a trigger of its own; the same one twice is the same event. */
  readonly trigger: string;
  /** The person's workspace: in a channel shared between companies it may not be ours. */
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  readonly channelName: string;
  readonly asked: Asked;
};

/** A slash command with what was typed behind it. */
export const eventOfCommand = (command: SlashCommand): SlackEvent => ({
  trigger: command.trigger_id,
  team: command.team_id,
  user: command.user_id,
  channel: command.channel_id,
  channelName: command.channel_name,
  asked: { kind: 'words', words: typedWords(command.text) },
});

/** A pressed button; undefined where it stands in no channel or means nothing to us. */
export function eventOfButton(
  body: BlockAction,
  { action_id: id, value }: ButtonAction,
): SlackEvent | undefined {
  const { channel, user, team } = body;
  if (channel === undefined || value === undefined) return undefined;
  return {
    trigger: body.trigger_id,
    team: user.team_id ?? team?.id ?? '',
    user: user.id,
    channel: channel.id,
    channelName: channel.name,
    asked: id === WHY ? { kind: 'why', card: value as DeliveryKey } : { kind: 'words', words: value },
  };
}

/**
 * What a person typed, as our commands know it: without what Slack and its keyboards make of it, without a second
 * "/readout" out of habit.
 */
export const typedWords = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ')
    // Keyboards turn two hyphens into a dash.
    .replaceAll(/(?<=^| )[–—](?=\p{L})/gu, '--')
    .trim()
    .replace(/^\/?readout(?= |$)/i, '')
    .trim()
    .replace(/^\//, '');
