import { renderTime } from '#adapters/terminal/render-time.ts';
import { safeText } from '#adapters/terminal/safe-text.ts';
import { paint, type TerminalStyle } from '#adapters/terminal/terminal-style.ts';
import { wrapBlock } from '#adapters/terminal/wrap-block.ts';
import type { Card, CardSource } from '#card/card.ts';
import { citedNumbers } from '#card/cited-numbers.ts';

/** Under a number and the space behind it. */
const INDENT = 4;

/** The number of a source, as it stands behind words that rest on it. */
export const sourceMark = (number: number, style: TerminalStyle): string =>
  paint(`[${number}]`, ['cyan'], style);

/**
 * What the card's numbers mean: title, time and address of each source that its words rest on; the others by name, in
 * one line. `also` is the reader's word for them.
 */
export function renderSources(
  card: Card,
  also: string,
  width: number,
  style: TerminalStyle,
): readonly string[] {
  const cited = citedNumbers(card);
  const [quoted, others] = [
    card.sources.filter(({ number }) => cited.has(number)),
    card.sources.filter(({ number }) => !cited.has(number)),
  ];
  const { moreSources } = card;
  const named = others.map(({ number, outlet }) => `[${number}] ${safeText(outlet)}`);
  const names = [...named, moreSources === undefined ? [] : `+${moreSources}`].flat().join(' · ');
  return [
    ...quoted.flatMap((source) => sourceLines(source, card, width, style)),
    ...(names === '' ? [] : hanging(paint(`${also}: ${names}`, ['dim'], style), width)),
  ];
}

/** The address stands on a line of its own and is never broken, so that a terminal can open it. */
function sourceLines(source: CardSource, card: Card, width: number, style: TerminalStyle): readonly string[] {
  const owner = source.stateControlled === undefined ? '' : ` (${safeText(source.stateControlled)})`;
  const time = renderTime(source.publishedAt, 'date-time', card);
  const line = `${safeText(source.outlet)}${owner}, ${time}: ${safeText(source.title)}`;
  return [
    ...hanging(`${sourceMark(source.number, style)} ${paint(line, ['dim'], style)}`, width),
    ...(source.link === undefined
      ? []
      : [`${' '.repeat(INDENT)}${paint(safeText(source.link), ['dim'], style)}`]),
  ];
}

function hanging(text: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrapBlock(text, width - INDENT);
  return [first, ...rest.map((line) => ' '.repeat(INDENT) + line)];
}
