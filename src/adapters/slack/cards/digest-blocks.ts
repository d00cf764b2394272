import type { types } from '@slack/bolt';
import { buttonsFor } from '#adapters/slack/asking/reply-message.ts';
import {
  actions,
  type Block,
  context,
  fitInMessage,
  mrkdwn,
  sections,
} from '#adapters/slack/cards/blocks.ts';
import { button, WHY } from '#adapters/slack/cards/card-blocks.ts';
import { clipForMrkdwn } from '#adapters/slack/cards/clip-text.ts';
import { escapeMrkdwn } from '#adapters/slack/cards/escape-mrkdwn.ts';
import { renderPhrase } from '#adapters/slack/cards/render-phrase.ts';
import { mrkdwnLink, safeLink } from '#adapters/slack/cards/safe-link.ts';
import { slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import type { DigestCard, DigestEntry, DigestSection } from '#card/digest-card.ts';
import type { DeliveryKey } from '#channel/messenger.ts';

const LONGEST_LINE = 300;

/** How much of each story is said, and of how many that may be left out. */
type Room = { readonly isShort: boolean; readonly loose: number; readonly longest: number };

/** From all that there is to the least: what was taken back is shortened, and never left out. */
const ROOMS: readonly Room[] = [
  { isShort: false, loose: Number.POSITIVE_INFINITY, longest: LONGEST_LINE },
  { isShort: true, loose: Number.POSITIVE_INFINITY, longest: 150 },
  { isShort: true, loose: 10, longest: 100 },
  { isShort: true, loose: 0, longest: 60 },
];

/** Where the card is to stand: its key, which the Why? button holds, and the links to other messages there. */
type Standing = {
  readonly key?: DeliveryKey;
  readonly linkTo: (message: string) => string | undefined;
};

/** A card of many stories as Block Kit. */
export function digestBlocks(
  card: DigestCard,
  standing: Standing = { linkTo: () => undefined },
): readonly Block[] {
  let blocks: readonly Block[] = [];
  for (const room of ROOMS) {
    blocks = layOut(card, room, standing);
    if (fitInMessage(blocks)) return blocks;
  }
  return blocks;
}

function layOut(card: DigestCard, room: Room, standing: Standing): readonly Block[] {
  const look = { language: card.language, zone: card.zone };
  const title: Block = { type: 'section', text: mrkdwn(`*${renderPhrase(card.title, look, LONGEST_LINE)}*`) };
  return [
    title,
    ...card.sections.flatMap((section) => sections(sectionLines(section, card, { room, standing }))),
    ...context(card.notes.map((note) => renderPhrase(note, look, LONGEST_LINE))),
    ...actions(buttonsOf(card, standing)),
  ];
}

const buttonsOf = (
  { actions: offered = [], language }: DigestCard,
  { key }: Standing,
): readonly types.Button[] => [
  ...(key === undefined ? [] : [{ ...button(slackWordsIn(language).why, WHY), value: key }]),
  ...buttonsFor(offered),
];

function sectionLines(
  { heading, entries, isFirm }: DigestSection,
  card: DigestCard,
  { room, standing }: { readonly room: Room; readonly standing: Standing },
): readonly string[] {
  const shown = isFirm ? entries : entries.slice(0, room.loose);
  const left = entries.length - shown.length;
  return [
    `*${escapeMrkdwn(heading)}*`,
    ...shown.flatMap((entry, index) => entryLines(entry, index + 1, card, { room, standing })),
    ...(left === 0 ? [] : [slackWordsIn(card.language).more(left)]),
  ];
}

function entryLines(
  { story, headline, status, sentence, read, hasCard, message, news }: DigestEntry,
  number: number,
  { language, zone }: DigestCard,
  { room: { isShort, longest }, standing }: { readonly room: Room; readonly standing: Standing },
): readonly string[] {
  const look = { language, zone };
  const link = isShort ? undefined : safeLink(read?.link);
  const words = escapeMrkdwn(clipForMrkdwn(headline, longest));
  const said = renderPhrase(status, look, longest);
  const card = message === undefined ? undefined : safeLink(standing.linkTo(message));
  const name = `${hasCard ? '→ ' : ''}${escapeMrkdwn(story)}`;
  const first = `${number} · ${words} · ${said} · ${card === undefined ? name : mrkdwnLink(card, name)}`;
  if (isShort) return [first];
  return [
    first,
    ...(sentence === undefined ? [] : [`    ${escapeMrkdwn(clipForMrkdwn(sentence, longest))}`]),
    ...news.map((line) => `    ${renderPhrase(line, look, longest)}`),
    ...(link === undefined
      ? []
      : [`    ${mrkdwnLink(link, escapeMrkdwn(`${read?.label} · ${read?.host}`))}`]),
  ];
}
