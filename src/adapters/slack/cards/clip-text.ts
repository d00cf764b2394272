import { escapeMrkdwn, visibleText } from '#adapters/slack/cards/escape-mrkdwn.ts';

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Visible text in at most `most` UTF-16 units, cut between two characters as people see them. */
export const clipText = (text: string, most: number): string =>
  cutWhere(visibleText(text), most, (part) => part.length);

/** Visible text that takes at most `most` units once it is escaped for mrkdwn; not escaped yet. */
export const clipForMrkdwn = (text: string, most: number): string =>
  cutWhere(visibleText(text), most, (part) => escapeMrkdwn(part).length);

function cutWhere(text: string, most: number, sizeOf: (part: string) => number): string {
  if (sizeOf(text) <= most) return text;
  if (most < ELLIPSIS.length) return '';
  let kept = '';
  let size = ELLIPSIS.length;
  for (const { segment } of graphemes.segment(text)) {
    size += sizeOf(segment);
    if (size > most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}
