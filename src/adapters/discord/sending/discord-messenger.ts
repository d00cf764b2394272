import {
  type APIMessage,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import { findLine, findMessage } from '#adapters/discord/sending/find-message.ts';
import {
  lineContent,
  once,
  plainCard,
  saidDigest,
  saidLine,
  wholeCard,
} from '#adapters/discord/sending/message-bodies.ts';
import { onceEdited } from '#adapters/discord/sending/once-edited.ts';
import { openThread, threadOf } from '#adapters/discord/sending/open-thread.ts';
import {
  outcomeOfCreating,
  outcomeOfError,
  outcomeOfRemoving,
} from '#adapters/discord/sending/outcome-of-error.ts';
import { removeInThread } from '#adapters/discord/sending/remove-in-thread.ts';
import type { Card } from '#card/card.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type {
  DeliveryKey,
  EditOutcome,
  MessageId,
  Messenger,
  RemovalOutcome,
  SendOutcome,
} from '#channel/messenger.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

/** Discord remembers a nonce for "the past few minutes" (docs: resources/message, Create Message): counted as one. */
const NONCE_HOLDS_MS = MINUTE_MS;

/**
 * Posts cards as the bot `botId` in channels and threads, whose messages are its own; of forums it knows nothing. A card
 * is created as one plain sentence, which is what a lock screen shows, and at once edited into its components; where
 * that edit fails it stands bare until the next. Nothing is tried twice here. `serverOf` knows on which server a channel
 * is: without it nothing links to a message.
 */
export function discordMessenger(
  rest: REST,
  botId: string,
  serverOf: (channel: string) => string | undefined = () => undefined,
): Messenger {
  const edit = (
    channel: ChannelRef,
    message: MessageId,
    card: Card,
    key: DeliveryKey,
  ): Promise<EditOutcome> => patch(rest, channel, message, wholeCard(card, key));

  return {
    platform: 'discord',
    keyHoldsForMs: NONCE_HOLDS_MS,

    create: async (channel, card, key, mention) => {
      const created = await post(rest, channel, once(key, plainCard(card, key, mention)));
      if (created.kind !== 'sent') return created;
      return onceEdited(created, await edit(channel, created.message, card, key));
    },

    edit,

    remove: async (channel, message, card) => {
      const outcome = await takeAway(rest, channel, message);
      const isElsewhere = outcome.kind === 'message-gone' && card !== undefined;
      return isElsewhere ? removeInThread(rest, threadOf(channel, card).address, message) : outcome;
    },

    reply: async (channel, message, line, key, view) => {
      const body = once(key, saidLine(line, view));
      const thread =
        view.thread === undefined ? undefined : await openThread(rest, channel, message, view.thread);
      if (thread?.kind === 'opened') return post(rest, thread.channel, body);
      return thread?.kind === 'later' ? thread : answer(rest, channel, message, body);
    },

    digest: (channel, card, key) =>
      post(rest, channel, once(key, saidDigest(card, key, linksIn(channel, serverOf)))),

    say: (channel, { line, actions }, key, view) =>
      post(rest, channel, once(key, saidLine(line, view, actions))),

    findByKey: (channel, key, since, said) =>
      said === undefined
        ? findMessage(rest, botId, channel, { since, key })
        : findLine(rest, botId, channel, { since, said, content: lineContent(said.line, said.view) }),
  };
}

const linksIn =
  ({ address }: ChannelRef, serverOf: (channel: string) => string | undefined) =>
  (message: string): string | undefined => {
    const server = serverOf(address);
    return server === undefined ? undefined : `https://discord.com/channels/${server}/${address}/${message}`;
  };

async function post(
  rest: REST,
  { address }: ChannelRef,
  body: RESTPostAPIChannelMessageJSONBody,
): Promise<SendOutcome> {
  try {
    return { kind: 'sent', message: await postedId(rest, address, body) };
  } catch (error) {
    return outcomeOfCreating(error);
  }
}

/** Who may not read the history may not answer a message: the line names its event, so it is said without. */
async function answer(
  rest: REST,
  channel: ChannelRef,
  answered: MessageId,
  body: RESTPostAPIChannelMessageJSONBody,
): Promise<SendOutcome> {
  const reference = { message_id: answered, fail_if_not_exists: false };
  try {
    const message = await postedId(rest, channel.address, { ...body, message_reference: reference });
    return { kind: 'sent', message };
  } catch (error) {
    return mayNotAnswer(error) ? post(rest, channel, body) : outcomeOfCreating(error);
  }
}

const mayNotAnswer = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;

async function postedId(
  rest: REST,
  address: string,
  body: RESTPostAPIChannelMessageJSONBody,
): Promise<MessageId> {
  const { id } = (await rest.post(Routes.channelMessages(address), { body })) as APIMessage;
  return id as MessageId;
}

async function patch(
  rest: REST,
  { address }: ChannelRef,
  message: MessageId,
  body: RESTPatchAPIChannelMessageJSONBody,
): Promise<EditOutcome> {
  try {
    await rest.patch(Routes.channelMessage(address, message), { body });
    return { kind: 'sent', message };
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** A message of one's own needs no right to be taken away (docs: resources/message, "Delete Message"). */
async function takeAway(rest: REST, { address }: ChannelRef, message: MessageId): Promise<RemovalOutcome> {
  try {
    await rest.delete(Routes.channelMessage(address, message));
    return { kind: 'removed' };
  } catch (error) {
    return outcomeOfRemoving(error);
  }
}
