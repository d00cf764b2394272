import { renderPhrase } from '#adapters/terminal/render-phrase.ts';
import { renderSources, sourceMark } from '#adapters/terminal/render-sources.ts';
import { renderTime, renderZone } from '#adapters/terminal/render-time.ts';
import { safeText } from '#adapters/terminal/safe-text.ts';
import type { Format, TerminalStyle } from '#adapters/terminal/terminal-style.ts';
import { paint } from '#adapters/terminal/terminal-style.ts';
import { wrapBlock } from '#adapters/terminal/wrap-block.ts';
import type { Card, CardQuote, CardSide, Tone } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { isSameVoice } from '#card/same-voice.ts';

/** Why a card is printed: for the first time, because it changed, or because somebody asked to see it. */
export type Printing = 'new' | 'updated' | 'shown';

const TONES: Readonly<Record<Tone, Format>> = {
  grey: 'gray',
  blue: 'blueBright',
  amber: 'yellow',
  red: 'red',
};
const BAR = '┃ ';
const QUOTE_INDENT = 4;

const ENGLISH = { new: 'new', updated: 'updated', shown: 'as it stands', more: 'more', also: 'also' };
const WORDS: Readonly<Record<string, typeof ENGLISH>> = {
  en: ENGLISH,
  fr: { new: 'nouveau', updated: 'mise à jour', shown: 'à cette heure', more: 'de plus', also: 'aussi' },
};

/** A card as lines of text: a head that says why and when it is printed, and a bar in the colour of its status. */
export function renderCard(
  card: Card,
  printing: Printing,
  at: Date,
  style: TerminalStyle,
): readonly string[] {
  const bar = paint(BAR.trim(), [TONES[card.tone]], style);
  return [
    headLine(card, printing, at, style),
    ...bodyLines(card, style).map((line) => (line === '' ? bar : `${bar} ${line}`)),
    '',
  ];
}

function headLine(card: Card, printing: Printing, at: Date, style: TerminalStyle): string {
  const time = `${renderTime(at.toISOString(), 'time', card)} ${renderZone(at, card)}`;
  const words = `━━ ${safeText(card.story)} · ${wordsOf(card)[printing]} · ${time} `;
  const formats: readonly Format[] = printing === 'updated' ? [TONES[card.tone], 'bold'] : [TONES[card.tone]];
  return paint(words.padEnd(style.width, '━'), formats, style);
}

const wordsOf = ({ language }: Card): typeof ENGLISH => WORDS[language] ?? ENGLISH;

/** Blocks in reading order: what and how it stands; what happened; who says what; what it rests on. */
function bodyLines(card: Card, style: TerminalStyle): readonly string[] {
  const blocks = [
    [...headlineLines(card, style), ...statusLines(card, style)],
    summaryLines(card, style),
    [...card.sides, ...(card.others ? [card.others] : [])].flatMap((side) => sideLines(side, card, style)),
    rowLines(card, style),
    [...card.context.flatMap((phrase) => lines(phrase, card, style)), ...footerLines(card, style)],
    renderSources(card, wordsOf(card).also, style.width - BAR.length, style),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

const headlineLines = (card: Card, style: TerminalStyle): readonly string[] => [
  ...wrap(paint(safeText(card.headline), ['bold'], style), style),
  ...wrap(paint(renderPhrase(card.about, lookOf(card, style)), ['dim'], style), style),
];

function statusLines(card: Card, style: TerminalStyle): readonly string[] {
  const look = { ...lookOf(card, style), strong: ['bold', TONES[card.tone]] as const };
  return [card.status, ...card.takenOff, ...(card.muted === undefined ? [] : [card.muted])].flatMap(
    (phrase) => wrap(renderPhrase(phrase, look), style),
  );
}

function summaryLines(card: Card, style: TerminalStyle): readonly string[] {
  const sentences = card.summary.map(
    ({ words, source }) => `${safeText(words)} ${sourceMark(source, style)}`,
  );
  return sentences.length === 0 ? [] : wrap(sentences.join(' '), style);
}

function sideLines(side: CardSide, card: Card, style: TerminalStyle): readonly string[] {
  const name = paint(safeText(side.name), ['bold'], style);
  const silence = side.silence && renderPhrase(side.silence, lookOf(card, style));
  const more = side.more > 0 ? [paint(`+${side.more} ${wordsOf(card).more}`, ['dim'], style)] : [];
  return [
    ...wrap(silence === undefined ? name : `${name} · ${silence}`, style),
    ...side.quotes.flatMap((quote, index) => {
      const isLabelled = !isSameVoice(quote, side.quotes[index - 1]);
      return [...(isLabelled ? labelLines(quote, card, style) : []), ...quoteLines(quote, card, style)];
    }),
    ...more.flatMap((line) => wrap(line, style, QUOTE_INDENT / 2)),
  ];
}

/** The sides' own texts by subject. */
const rowLines = (card: Card, style: TerminalStyle): readonly string[] =>
  (card.rows ?? []).flatMap(({ subject, cells }) => [
    ...wrap(paint(safeText(subject), ['bold'], style), style),
    ...cells.flatMap(({ side, words, source, phrase }) => {
      const said = phrase ? renderPhrase(phrase, lookOf(card, style)) : safeText(words ?? '');
      const mark = source === undefined ? '' : ` ${sourceMark(source, style)}`;
      return wrap(`${safeText(side)}: ${said}${mark}`, style, QUOTE_INDENT / 2);
    }),
  ]);

function labelLines({ label, source }: CardQuote, card: Card, style: TerminalStyle): readonly string[] {
  const words = paint(renderPhrase(label, lookOf(card, style)), ['dim'], style);
  return wrap(`${words} ${sourceMark(source, style)}`, style, QUOTE_INDENT / 2);
}

function quoteLines({ words, mark }: CardQuote, card: Card, style: TerminalStyle): readonly string[] {
  const doubt = mark && paint(renderPhrase(mark, lookOf(card, style)), ['dim'], style);
  return [
    ...wrap(safeText(words), style, QUOTE_INDENT),
    ...(doubt === undefined ? [] : wrap(doubt, style, QUOTE_INDENT)),
  ];
}

const footerLines = (card: Card, style: TerminalStyle): readonly string[] =>
  card.footer.flatMap((phrase) =>
    wrap(paint(renderPhrase(phrase, lookOf(card, style)), ['dim'], style), style),
  );

const lines = (phrase: Phrase, card: Card, style: TerminalStyle): readonly string[] =>
  wrap(renderPhrase(phrase, lookOf(card, style)), style);

const lookOf = ({ language, zone }: Card, style: TerminalStyle) => ({ language, zone, style });

const wrap = (text: string, { width }: TerminalStyle, indent = 0): readonly string[] =>
  wrapBlock(text, width - BAR.length, indent);
