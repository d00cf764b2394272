import type { types, webApi } from '@slack/bolt';
import { commandButtons } from '#adapters/slack/asking/reply-message.ts';
import { type Block, mrkdwn, sections } from '#adapters/slack/cards/blocks.ts';
import { cardBlocks } from '#adapters/slack/cards/card-blocks.ts';
import { digestBlocks } from '#adapters/slack/cards/digest-blocks.ts';
import { mentionMarks } from '#adapters/slack/cards/mention-marks.ts';
import { cardText, messageText } from '#adapters/slack/cards/message-text.ts';
import { plainPhrase, renderPhrase } from '#adapters/slack/cards/render-phrase.ts';
import {
  findMessage,
  KEY_EVENT,
  keysIn,
  newReading,
  type Reading,
} from '#adapters/slack/sending/find-message.ts';
import { editFailureOf, failureOf, removalFailureOf } from '#adapters/slack/sending/outcome-of-error.ts';
import { QUIET } from '#adapters/slack/sending/quiet.ts';
import { type SlackPace, slackPace } from '#adapters/slack/slack-pace.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, MessageId, Messenger, SendOutcome } from '#channel/messenger.ts';

/** A pointer is one line. */
const LONGEST_POINTER = 1_000;
/** How many messages that stand, and interrupted readings, are remembered while this process lives. */
const REMEMBERED = 2_000;

/**
 * Posts cards by the Web API, each request once. Slack knows no idempotency key: the delivery's key stands in the
 * message's metadata and is read back where the desk gave that right. `home` is the workspace's own address: without it
 * nothing links to a message. A new message waits for its channel's turn; an edit and a look back are put off until theirs.
 */
export function slackMessenger(
  client: webApi.WebClient,
  home?: string,
  pace: SlackPace = slackPace(),
): Messenger {
  const standing = new Map<DeliveryKey, MessageId>();
  const interrupted = new Map<DeliveryKey, Reading>();

  const post = async (message: webApi.ChatPostMessageArguments, key: DeliveryKey): Promise<SendOutcome> => {
    const before = standing.get(key);
    if (before !== undefined) return { kind: 'sent', message: before };
    await pace.post(message.channel);
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
      const { ts } = await client.chat.postMessage(message);
      if (ts === undefined) return { kind: 'unknown', detail: 'Slack did not name the message' };
      remember(standing, key, ts as MessageId);
      return { kind: 'sent', message: ts as MessageId };
    } catch (fault) {
      return failureOf(fault);
    }
  };

  return {
    platform: 'slack',

    create: (channel, card, key, mention) =>
      post(
        {
          ...QUIET,
          channel: channel.address,
          metadata: metadataOf(key),
          text: mentioning(mention, cardText(card)),
          blocks: [...mentionBlock(mention), ...cardBlocks(card, key)],
        },
        key,
      ),

    edit: async (channel, message, card, key) => {
      const retryAfterMs = await pace.edit.turn(key);
      if (retryAfterMs !== undefined) return { ...NOT_YET, retryAfterMs };
      try {
        await client.chat.update({
          channel: channel.address,
          ts: message,
          parse: 'none',
          link_names: false,
          metadata: metadataOf(key),
          text: cardText(card),
          blocks: [...cardBlocks(card, key)],
        });
        return { kind: 'sent', message };
      } catch (fault) {
        const failure = editFailureOf(fault);
        if (failure.kind === 'later' && failure.retryAfterMs !== undefined)
          pace.edit.hold(failure.retryAfterMs);
        return failure;
      }
    },

    remove: async ({ address }, message) => {
      try {
        await client.chat.delete({ channel: address, ts: message });
        return { kind: 'removed' };
      } catch (fault) {
        return removalFailureOf(fault);
      }
    },

    reply: (channel, message, line, key, view) => {
      const words = renderPhrase(line, view, LONGEST_POINTER);
      return post(
        {
          ...QUIET,
          channel: channel.address,
          thread_ts: message,
          reply_broadcast: view.thread === undefined,
          metadata: metadataOf(key),
          text: mentioning(view.mention, messageText(plainPhrase(line, view))),
          blocks: [{ type: 'section', text: mrkdwn(mentioning(view.mention, words)) }],
        },
        key,
      );
    },

    digest: (channel, card, key) =>
      post(
        {
          ...QUIET,
          channel: channel.address,
          metadata: metadataOf(key),
          text: messageText(card.plain),
          blocks: [...digestBlocks(card, { key, linkTo: linksIn(channel, home) })],
        },
        key,
      ),

    say: (channel, { line, actions }, key, view) =>
      post(
        {
          ...QUIET,
          channel: channel.address,
          metadata: metadataOf(key),
          text: messageText(plainPhrase(line, view)),
          blocks: [
            { type: 'section', text: mrkdwn(renderPhrase(line, view, LONGEST_POINTER)) },
            ...commandButtons(actions),
          ],
        },
        key,
      ),

    findByKey: async ({ address }: ChannelRef, key, since) => {
      const message = standing.get(key);
      if (message !== undefined) return { kind: 'found', message };
      const reading = interrupted.get(key) ?? newReading();
      interrupted.delete(key);
      const outcome = await findMessage(client, { channel: address, key, since, reading, pace: pace.read });
      if (outcome.kind === 'later') remember(interrupted, key, reading);
      // Others of this channel may be looked for next, and each look is one of few a minute.
      for (const [one, ts] of keysIn(reading)) remember(standing, one as DeliveryKey, ts as MessageId);
      return outcome;
    },
  };
}

/** An edit that waits for its turn. */
const NOT_YET = { kind: 'later', detail: 'Slack takes so many edits a minute' } as const;

/** As Slack's own "Copy link" writes it: the time of the message without its point. */
const linksIn =
  ({ address }: ChannelRef, home: string | undefined) =>
  (message: string): string | undefined =>
    home === undefined || !URL.canParse(home)
      ? undefined
      : new URL(`archives/${address}/p${message.replace('.', '')}`, home).href;

const metadataOf = (key: DeliveryKey): types.MessageMetadata => ({
  event_type: KEY_EVENT,
  event_payload: { key },
});

const mentionBlock = (mention: string | undefined): readonly Block[] =>
  mention === undefined ? [] : sections([mentionMarks(mention)]);

const mentioning = (mention: string | undefined, words: string): string =>
  mention === undefined ? words : `${mentionMarks(mention)} ${words}`;

/** A map keeps its order: the first is the oldest. */
function remember<Kept>(kept: Map<DeliveryKey, Kept>, key: DeliveryKey, what: Kept): void {
  kept.set(key, what);
  const [oldest] = kept.keys();
  if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
}
