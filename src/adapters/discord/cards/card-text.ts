import { cardSourceLines } from '#adapters/discord/cards/card-source-lines.ts';
import { discordWords } from '#adapters/discord/cards/discord-words.ts';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import { renderPhrase, sourceMark } from '#adapters/discord/cards/render-phrase.ts';
import { safeLink } from '#adapters/discord/cards/safe-link.ts';
import type { Room } from '#adapters/discord/sending/room.ts';
import type { Card, CardCell, CardQuote, CardSide } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { isSameVoice } from '#card/same-voice.ts';

/** A card as Discord's markdown: what happened and how it stands; who says what; what it rests on. Empty parts are left out. */
export type CardText = readonly string[];

const SHORT_LIMIT = 160;

type Writing = {
  readonly card: Card;
  readonly room: Room;
  readonly links: ReadonlyMap<number, string>;
};

/** The text of a card in this much room. `[n]` leads to the card's own sources and nowhere else. */
export function cardText(card: Card, room: Room): CardText {
  const writing = { card, room, links: room.linksInText ? linksOf(card) : new Map() };
  return [headLines(writing), sidesLines(writing), rowLines(writing), footLines(writing)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'));
}

const linksOf = ({ sources }: Card): ReadonlyMap<number, string> =>
  new Map(
    sources.flatMap(({ number, link }) => {
      const safe = safeLink(link);
      return safe === undefined ? [] : [[number, safe]];
    }),
  );

function headLines(writing: Writing): readonly string[] {
  const { card, room } = writing;
  const about = phrase([{ kind: 'text', text: `${card.story} · ` }, ...card.about], writing);
  return [
    `### ${escapeMarkdown(card.headline, Math.max(SHORT_LIMIT, room.longestText / 2))}`,
    small(about),
    phrase(card.status, writing, 2 * room.longestText),
    ...takenOffLines(writing),
    ...(card.muted === undefined ? [] : [small(phrase(card.muted, writing))]),
    ...summaryLine(writing),
  ];
}

/** The newest, where there are too many. */
function takenOffLines(writing: Writing): readonly string[] {
  const { card, room } = writing;
  const lines = card.takenOff.map((struck) => phrase(struck, writing));
  const left = Math.max(0, lines.length - room.takenOff);
  return left === 0 ? lines : [...lines.slice(left), small(discordWords(card.language).more(left))];
}

function summaryLine({ card, room, links }: Writing): readonly string[] {
  const sentences = card.summary
    .slice(0, room.sentences)
    .map(({ words, source }) => `${escapeMarkdown(words, room.longestText)} ${sourceMark(source, links)}`);
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

function sidesLines(writing: Writing): readonly string[] {
  const { card, room } = writing;
  // An empty line before each side but the first.
  const sides = card.sides.map(
    (side, index) => `${index === 0 ? '' : '\n'}${sideLines(side, room.quotesASide, writing).join('\n')}`,
  );
  const others =
    card.others === undefined ? [] : sideLines(card.others, Math.min(room.others, room.quotesASide), writing);
  return [...upTo(room.sides, sides, card), ...others];
}

function sideLines(
  { name, quotes, silence, more }: CardSide,
  most: number,
  writing: Writing,
): readonly string[] {
  const bold = `**${escapeMarkdown(name, Math.min(SHORT_LIMIT, writing.room.longestText))}**`;
  const shown = quotes
    .slice(0, most)
    .flatMap((quote, index) => quoteLines(quote, isSameVoice(quote, quotes[index - 1]), writing));
  const [first = '', ...rest] = silence === undefined ? shown : [phrase(silence, writing), ...shown];
  const left = more + quotes.slice(most).length;
  return [
    first === '' ? bold : `${bold} · ${first}`,
    ...rest,
    ...(left === 0 ? [] : [small(discordWords(writing.card.language).more(left))]),
  ];
}

function quoteLines(
  { label, words, source, mark }: CardQuote,
  isVoiceKnown: boolean,
  writing: Writing,
): readonly string[] {
  return [
    ...(isVoiceKnown ? [] : [`${phrase(label, writing)} ${sourceMark(source, writing.links)}`]),
    `> ${escapeMarkdown(words, writing.room.longestText)}`,
    ...(mark === undefined ? [] : [small(phrase(mark, writing))]),
  ];
}

/** The sides' own texts by subject, a line each. */
function rowLines({ card, room, links }: Writing): readonly string[] {
  const { rows = [], language } = card;
  if (rows.length === 0) return [];
  if (room.rows === 0) return [small(discordWords(language).more(rows.length))];
  const cell = ({ side, words = '', source, phrase: instead }: CardCell): string => {
    const said = instead
      ? renderPhrase(instead, { links, limit: room.longestText })
      : escapeMarkdown(words, SHORT_LIMIT * 2);
    const mark = source === undefined ? '' : ` ${sourceMark(source, links)}`;
    return `${escapeMarkdown(side, SHORT_LIMIT)}: ${said}${mark}`;
  };
  return rows
    .slice(0, room.rows)
    .map(
      ({ subject, cells }) => `**${escapeMarkdown(subject, SHORT_LIMIT)}** · ${cells.map(cell).join(' · ')}`,
    );
}

const footLines = (writing: Writing): readonly string[] => {
  const { card, room } = writing;
  return [
    ...upTo(
      room.context,
      card.context.map((line) => phrase(line, writing)),
      card,
    ),
    ...upTo(
      room.footer,
      card.footer.map((line) => small(phrase(line, writing))),
      card,
    ),
    ...cardSourceLines(card, room),
  ];
};

const phrase = (words: Phrase, { links, room }: Writing, limit = room.longestText): string =>
  renderPhrase(words, { links, limit });

/** The first of these lines, and how many were left out. */
const upTo = (most: number, lines: readonly string[], { language }: Card): readonly string[] =>
  lines.length <= most
    ? lines
    : [...lines.slice(0, most), small(discordWords(language).more(lines.length - most))];

const small = (line: string): string => `-# ${line}`;
