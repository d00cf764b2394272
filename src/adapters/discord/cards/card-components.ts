import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { cardText } from '#adapters/discord/cards/card-text.ts';
import { commandId, whyId } from '#adapters/discord/cards/custom-id.ts';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';
import { discordWords } from '#adapters/discord/cards/discord-words.ts';
import { safeLink } from '#adapters/discord/cards/safe-link.ts';
import { ROOMS } from '#adapters/discord/sending/room.ts';
import type { Card, Tone } from '#card/card.ts';
import { sourceCount } from '#card/source-count.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { menuOf } from '#command/button/card-menu.ts';

/**
 * All text of one message together, in UTF-16 units: which unit Discord counts is not documented, these are never fewer.
 * Discord allows 4,000; what it may count beside the text is not documented either.
 */
export const TEXT_LIMIT = 3_900;

const ACCENTS: Readonly<Record<Tone, number>> = {
  grey: 0x8a8f98,
  blue: 0x2f6fde,
  amber: 0xe0a100,
  red: 0xc62828,
};
const MOST_READS = 2;
const LONGEST_LABEL = 80;

/**
 * A card as Components V2. What does not fit into `limit` UTF-16 units of text is left out in a fixed order and
 * counted; headline, status and corrections always stand. With its key the card has the buttons Sources, Why? and More….
 */
export function cardComponents(card: Card, key?: DeliveryKey, limit = TEXT_LIMIT): APIContainerComponent {
  const blocks = fittingText(card, limit).map(
    (content) => ({ type: ComponentType.TextDisplay, content }) as const,
  );
  const buttons = [...readButtons(card), ...(key === undefined ? [] : keyedButtons(card, key))];
  const components: APIComponentInContainer[] = blocks.flatMap((block, index) =>
    index === 0 ? [block] : [{ type: ComponentType.Separator } as const, block],
  );
  if (buttons.length > 0) components.push({ type: ComponentType.ActionRow, components: buttons });
  return { type: ComponentType.Container, accent_color: ACCENTS[card.tone], components };
}

/** The button that is there from the first moment on. */
export const whyButton = ({ language }: Pick<Card, 'language'>, key: DeliveryKey): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: discordWords(language).why,
  custom_id: whyId(key),
});

/** The menu is refused to who may only look: Discord shows a button to all or to none. */
function keyedButtons(card: Card, key: DeliveryKey): readonly APIButtonComponent[] {
  const { sources, menu } = discordWords(card.language);
  return [
    ...(card.sources.length === 0 ? [] : asking(sources(sourceCount(card)), `story sources ${card.story}`)),
    whyButton(card, key),
    ...asking(menu, menuOf(key)),
  ];
}

function asking(label: string, command: string): readonly APIButtonComponent[] {
  const id = commandId({ command });
  if (id === undefined) return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id }];
}

function fittingText(card: Card, limit: number): readonly string[] {
  let text: readonly string[] = [];
  for (const room of ROOMS) {
    text = cardText(card, room);
    if (text.join('\n').length <= limit) return text;
  }
  return text;
}

const readButtons = ({ reads }: Card): readonly APIButtonComponent[] =>
  reads
    .flatMap(({ label, link, host }) => {
      const url = safeLink(link);
      return url === undefined ? [] : [{ url, label: cutLabel(`${label} · ${host}`, LONGEST_LABEL) }];
    })
    .slice(0, MOST_READS)
    .map((read) => ({ type: ComponentType.Button, style: ButtonStyle.Link, ...read }));
