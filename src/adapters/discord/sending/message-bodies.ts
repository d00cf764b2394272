import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ComponentType,
  MessageFlags,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import { actionRow, BUTTONS_A_ROW } from '#adapters/discord/asking/reply-components.ts';
import { cardComponents, whyButton } from '#adapters/discord/cards/card-components.ts';
import { digestText } from '#adapters/discord/cards/digest-text.ts';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import { renderPhrase } from '#adapters/discord/cards/render-phrase.ts';
import { allowOnly, type Called, NOBODY, rolesIn } from '#adapters/discord/roles-in.ts';
import type { Card } from '#card/card.ts';
import type { DigestCard } from '#card/digest-card.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { DeliveryKey, LineView } from '#channel/messenger.ts';

const CONTENT_LIMIT = 2_000;

/** What a message says, without how it is made to stand only once. */
export type Said = Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'components' | 'flags' | 'allowed_mentions'
>;

/** What the lock screen shows, with the button that holds the key from the first moment on. */
export function plainCard(card: Card, key: DeliveryKey, mention?: string): Said {
  const called = rolesIn(mention);
  return {
    content: calling(called, (left) => escapeMarkdown(card.plain === '' ? card.headline : card.plain, left)),
    components: [{ type: ComponentType.ActionRow, components: [whyButton(card, key)] }],
    ...quietly(called),
  };
}

/** What makes the plain sentence, or an older card, the card. */
export const wholeCard = (card: Card, key: DeliveryKey): RESTPatchAPIChannelMessageJSONBody => ({
  // Discord takes no content beside these components: it goes in the same request.
  content: null,
  flags: MessageFlags.IsComponentsV2,
  components: [cardComponents(card, key)],
  allowed_mentions: allowOnly(NOBODY),
});

/** A card of many stories; `linkTo` leads to a message of its channel, where that is known. */
export const saidDigest = (
  card: DigestCard,
  key: DeliveryKey,
  linkTo: (message: string) => string | undefined,
): Said => ({
  content: digestText(card, CONTENT_LIMIT, linkTo),
  components: digestButtons(card, key),
  ...quietly(NOBODY),
});

/** In one row, Why? first. */
function digestButtons(card: DigestCard, key: DeliveryKey): APIActionRowComponent<APIButtonComponent>[] {
  const [row] = actionRow(card.actions ?? []);
  const components = [whyButton(card, key), ...(row?.components ?? [])].slice(0, BUTTONS_A_ROW);
  return [{ type: ComponentType.ActionRow, components }];
}

/** One line, with what can be done about it as buttons where there is anything. */
export const saidLine = (line: Phrase, view: LineView, actions?: readonly Action[]): Said => ({
  content: lineContent(line, view),
  ...(actions !== undefined && { components: actionRow(actions) }),
  ...quietly(rolesIn(view.mention)),
});

/** The line as it stands in its message, by which it is found again. */
export const lineContent = (line: Phrase, { mention }: LineView): string =>
  calling(rolesIn(mention), (limit) => renderPhrase(line, { limit }));

/** With a nonce Discord returns the message that stands instead of a second one, for some minutes. */
export const once = (key: DeliveryKey, said: Said): RESTPostAPIChannelMessageJSONBody => ({
  ...said,
  nonce: key,
  enforce_nonce: true,
});

const quietly = (called: Called) => ({
  flags: MessageFlags.SuppressEmbeds as const,
  allowed_mentions: allowOnly(called),
});

function calling({ words }: Called, write: (left: number) => string): string {
  return words === '' ? write(CONTENT_LIMIT) : `${words} ${write(CONTENT_LIMIT - words.length - 1)}`;
}
