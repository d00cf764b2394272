import type { types } from '@slack/bolt';
import { actions, type Block, context, fitInMessage, sections } from '#adapters/slack/cards/blocks.ts';
import { cardDrops } from '#adapters/slack/cards/card-drops.ts';
import { clipForMrkdwn, clipText } from '#adapters/slack/cards/clip-text.ts';
import { escapeMrkdwn, visibleText } from '#adapters/slack/cards/escape-mrkdwn.ts';
import { type PhraseLook, renderPhrase } from '#adapters/slack/cards/render-phrase.ts';
import { safeLink } from '#adapters/slack/cards/safe-link.ts';
import { sideBlocks, sideText } from '#adapters/slack/cards/side-blocks.ts';
import { type SlackWords, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import { sourcesLine } from '#adapters/slack/cards/sources-line.ts';
import type { Card, CardRow } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { source, text } from '#card/phrase-of.ts';
import { sourceCount } from '#card/source-count.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { menuOf } from '#command/button/card-menu.ts';

const MOST_IN_HEADER = 150;
const MOST_IN_BUTTON = 75;
/** With what else can be done, no more than five buttons: more make a row break. */
const MOST_READS = 2;
/** Our own measures, far below a section's: the status is told whole, other lines have less to say. */
const LONGEST_STATUS = 1_000;
const LONGEST_LINE = 500;
const LONGEST_SMALL_PRINT = 300;
const LONGEST_SUMMARY = 1_500;
/** A longer address stays behind its source's name and does not fill the text. */
const LONGEST_INLINE_LINK = 250;

/** Why its button can be pressed: `action_id` of the question that the card's key answers. */
export const WHY = 'why';
/** The buttons of a card that say a command. */
const SOURCES = 'do-sources';
const MORE = 'do-more';
/** How the ids of buttons begin that only open an address. */
export const READ = 'read';

/** What is laid out, and how much of it was dropped before. */
type Layout = {
  readonly card: Card;
  readonly key: DeliveryKey | undefined;
  readonly look: PhraseLook;
  readonly words: SlackWords;
  readonly sourcesLeft: number;
  /** Lines, sides and subjects, which are counted in one. */
  readonly partsLeft: number;
};

/**
 * A card as Block Kit, in reading order. Where it is longer than Slack takes, parts go in a fixed order and "+n more"
 * says so. With a key it has the buttons that ask about it; without one it is only shown.
 */
export function cardBlocks(card: Card, key?: DeliveryKey): readonly Block[] {
  let shown = card;
  let blocks = layOut(layoutOf(card, shown, key));
  for (const drop of cardDrops) {
    if (fitInMessage(blocks)) return blocks;
    shown = drop(shown);
    blocks = layOut(layoutOf(card, shown, key));
  }
  return blocks;
}

const layoutOf = (whole: Card, card: Card, key: DeliveryKey | undefined): Layout => ({
  card,
  key,
  look: { language: card.language, zone: card.zone, links: inlineLinks(whole) },
  words: slackWordsIn(card.language),
  sourcesLeft: sourceCount(whole) - card.sources.length,
  partsLeft: partsOf(whole) - partsOf(card),
});

const partsOf = ({ sides, others, rows = [], context: lines, takenOff }: Card): number =>
  sides.length + (others ? 1 : 0) + rows.length + lines.length + takenOff.length;

function inlineLinks({ sources }: Card): ReadonlyMap<number, string> {
  const links = sources.flatMap(({ number, link }): readonly [number, string][] => {
    const safe = safeLink(link);
    return safe === undefined || safe.length > LONGEST_INLINE_LINK ? [] : [[number, safe]];
  });
  return new Map(links);
}

function layOut(layout: Layout): readonly Block[] {
  const { card, look, words, partsLeft, sourcesLeft } = layout;
  const small = (phrase: Phrase) => renderPhrase(phrase, look, LONGEST_SMALL_PRINT);
  return [
    header(card),
    ...context([small([text(`${card.story} · `), ...card.about])]),
    ...sections([
      wholeHeadline(card),
      renderPhrase(card.status, look, LONGEST_STATUS),
      ...card.takenOff.map((phrase) => renderPhrase(phrase, look, LONGEST_LINE)),
      ...(card.muted === undefined ? [] : [`_${small(card.muted)}_`]),
      summaryText(layout),
    ]),
    ...(card.sides.length > 0 ? [{ type: 'divider' } as const] : []),
    ...sideBlocks(card.sides, look, words),
    ...sections(card.others ? [sideText(card.others, look, words)] : []),
    ...sections((card.rows ?? []).map((row) => rowText(row, look))),
    ...context([
      ...(partsLeft > 0 ? [words.more(partsLeft)] : []),
      [...card.context, ...card.footer].map(small).join(' · '),
    ]),
    ...context([sourcesLine(card.sources, sourcesLeft, words)]),
    ...actions(buttons(layout)),
  ];
}

const headlineOf = ({ headline, story }: Card): string => visibleText(headline).trim() || story;

const header = (card: Card): Block => ({
  type: 'header',
  text: { type: 'plain_text', text: clipText(headlineOf(card), MOST_IN_HEADER), emoji: false },
});

/** Where the header had to cut it. */
const wholeHeadline = (card: Card): string =>
  headlineOf(card).length > MOST_IN_HEADER
    ? `*${escapeMrkdwn(clipForMrkdwn(headlineOf(card), LONGEST_LINE))}*`
    : '';

function summaryText({ card, look }: Layout): string {
  const sentences = card.summary.flatMap(({ words, source: number }) => [
    text(`${words} `),
    source(number),
    text(' '),
  ]);
  return renderPhrase(sentences, look, LONGEST_SUMMARY).trim();
}

/** A subject with what each side's own text says on it. */
function rowText({ subject, cells }: CardRow, look: PhraseLook): string {
  const said = cells.flatMap(({ side, words, source: number, phrase = [] }) => [
    text(` · ${side}: ${words ?? ''}`),
    ...(number === undefined ? [] : [text(' '), source(number)]),
    ...phrase,
  ]);
  return renderPhrase([text(subject, 'strong'), ...said], look, LONGEST_STATUS);
}

function buttons({ card, key, words, sourcesLeft }: Layout): readonly types.Button[] {
  const reads = card.reads.slice(0, MOST_READS).flatMap(({ label, link }, index): readonly types.Button[] => {
    const url = safeLink(link);
    return url === undefined ? [] : [{ ...button(label, `${READ}-${index}`), url }];
  });
  if (key === undefined) return reads;
  const sources = words.sources(card.sources.length + sourcesLeft);
  return [
    ...reads,
    { ...button(sources, SOURCES), value: `story sources ${card.story}` },
    { ...button(words.why, WHY), value: key },
    { ...button(words.moreToDo, MORE), value: menuOf(key) },
  ];
}

/** A button as Slack takes it; what pressing it means is added by whoever makes it. */
export const button = (label: string, id: string): types.Button => ({
  type: 'button',
  action_id: id,
  text: { type: 'plain_text', text: clipText(label, MOST_IN_BUTTON).trim() || '↗', emoji: false },
});
