import { cleanLine } from '#adapters/discord/cards/clean-line.ts';

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text without markup, such as a button's, in one line of at most `limit` UTF-16 units, cut between whole characters with "…". */
export function cutLabel(text: string, limit: number): string {
  const label = cleanLine(text).trim();
  if (label.length <= limit) return label;
  const room = limit - ELLIPSIS.length;
  // A little beyond, so that the character at the edge is seen whole.
  let end = 0;
  for (const { index, segment } of graphemes.segment(label.slice(0, 2 * limit))) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return `${label.slice(0, end).trimEnd()}${ELLIPSIS}`;
}
