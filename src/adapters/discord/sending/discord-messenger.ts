import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessage,
  ComponentType,
  DiscordAPIError,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import { actionRow, BUTTONS_A_ROW } from '#adapters/discord/asking/reply-components.ts';
import { cardComponents, whyButton } from '#adapters/discord/cards/card-components.ts';
import { digestText } from '#adapters/discord/cards/digest-text.ts';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import { renderPhrase } from '#adapters/discord/cards/render-phrase.ts';
import { allowOnly, type Called, NOBODY, rolesIn } from '#adapters/discord/roles-in.ts';
import { findLine, findMessage } from '#adapters/discord/sending/find-message.ts';
import { openThread } from '#adapters/discord/sending/open-thread.ts';
import {
  outcomeOfCreating,
  outcomeOfError,
  outcomeOfRemoving,
} from '#adapters/discord/sending/outcome-of-error.ts';
import type { Card } from '#card/card.ts';
import type { DigestCard } from '#card/digest-card.ts';
import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type {
  DeliveryKey,
  EditOutcome,
  LineView,
  MessageId,
  Messenger,
  RemovalOutcome,
  SendOutcome,
} from '#channel/messenger.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

const CONTENT_LIMIT = 2_000;

/** Discord remembers a nonce for "the past few minutes" (docs: resources/message, Create Message): counted as one. */
const NONCE_HOLDS_MS = MINUTE_MS;

/**
 * Posts cards as the bot `botId`. A card is created as one plain sentence, which is what a lock screen shows, and at
 * once edited into its components; where that edit fails it stands bare until the next. Nothing is tried twice here.
 * `serverOf` knows on which server a channel is: without it nothing links to a message.
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
  ): Promise<EditOutcome> =>
    patch(rest, channel, message, {
      // Discord takes no content beside these components: it goes in the same request.
      content: null,
      flags: MessageFlags.IsComponentsV2,
      components: [cardComponents(card, key)],
      allowed_mentions: allowOnly(NOBODY),
    });

  return {
    platform: 'discord',
    keyHoldsForMs: NONCE_HOLDS_MS,

    create: async (channel, card, key, mention) => {
      const created = await post(rest, channel, plainCard(card, key, rolesIn(mention)));
      if (created.kind !== 'sent') return created;
      const shown = await edit(channel, created.message, card, key);
      return shown.kind === 'sent' ? created : { ...created, isBare: true };
    },

    edit,

    remove: (channel, message) => takeAway(rest, channel, message),

    reply: async (channel, message, line, key, view) => {
      const body = lineBody(line, key, view);
      const thread =
        view.thread === undefined ? undefined : await openThread(rest, channel, message, view.thread);
      if (thread?.kind === 'opened') return post(rest, thread.channel, body);
      return thread?.kind === 'later' ? thread : answer(rest, channel, message, body);
    },

    digest: (channel, card, key) =>
      post(rest, channel, {
        content: digestText(card, CONTENT_LIMIT, linksIn(channel, serverOf)),
        components: digestButtons(card, key),
        ...sentOnce(key, NOBODY),
      }),

    say: (channel, { line, actions }, key, view) =>
      post(rest, channel, { ...lineBody(line, key, view), components: actionRow(actions) }),

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

/** In one row, Why? first. */
function digestButtons(card: DigestCard, key: DeliveryKey): APIActionRowComponent<APIButtonComponent>[] {
  const [row] = actionRow(card.actions ?? []);
  const components = [whyButton(card, key), ...(row?.components ?? [])].slice(0, BUTTONS_A_ROW);
  return [{ type: ComponentType.ActionRow, components }];
}

/** What the lock screen shows, with the button that holds the key from the first moment on. */
const plainCard = (card: Card, key: DeliveryKey, called: Called): RESTPostAPIChannelMessageJSONBody => ({
  content: calling(called, (left) => escapeMarkdown(card.plain === '' ? card.headline : card.plain, left)),
  components: [{ type: ComponentType.ActionRow, components: [whyButton(card, key)] }],
  ...sentOnce(key, called),
});

const lineBody = (line: Phrase, key: DeliveryKey, view: LineView): RESTPostAPIChannelMessageJSONBody => ({
  content: lineContent(line, view),
  ...sentOnce(key, rolesIn(view.mention)),
});

const lineContent = (line: Phrase, { mention }: LineView): string =>
  calling(rolesIn(mention), (limit) => renderPhrase(line, { limit }));

/** With a nonce Discord returns the message that stands instead of a second one, for some minutes. */
const sentOnce = (key: DeliveryKey, called: Called) => ({
  nonce: key,
  enforce_nonce: true,
  flags: MessageFlags.SuppressEmbeds as const,
  allowed_mentions: allowOnly(called),
});

function calling({ words }: Called, write: (left: number) => string): string {
  return words === '' ? write(CONTENT_LIMIT) : `${words} ${write(CONTENT_LIMIT - words.length - 1)}`;
}

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
