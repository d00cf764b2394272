import { cleanLine } from '#adapters/discord/cards/clean-line.ts';

/** What Discord takes for markup, a mention, a time or the beginning of a link, wherever it stands. */
const MARKUP = /[\\*_~`|<@[\]]/g;
/** A colon that makes a web address or an emoji; the next piece of text may go on with the slashes. */
const COLON = /:(?=\/|$|[\w+-]+:)/g;
/** Invitations are shown as cards even without `https://`. */
const INVITATION = /\b(discord(?:app)?\.[a-z]+)\//gi;
/** A heading, small text, a quotation or a list: at the beginning of a line, before a space. */
const LINE_START = /^(\s*)(?:(-?#{1,3}|>(?:>>)?|[-+])|(\d+)([.)]))(?=\s|$)/;

/** Discord shows no longer text; what lies beyond is not even read, so that nobody's length can keep us busy. */
const LONGEST_TEXT = 4_000;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The text of others in one line, so that Discord shows its characters and obeys none: no markup, no mention, no link.
 * `limit`: at most so many UTF-16 units, backslashes counted, cut between whole characters with "…".
 */
export function escapeMarkdown(text: string, limit = LONGEST_TEXT): string {
  const clean = cleanLine(text.slice(0, LONGEST_TEXT));
  const escaped = escape(clean);
  return escaped.length <= limit && text.length <= LONGEST_TEXT ? escaped : cut(clean, limit);
}

const escape = (clean: string): string =>
  clean
    .replaceAll(MARKUP, String.raw`\$&`)
    .replaceAll(COLON, String.raw`\:`)
    .replaceAll(INVITATION, String.raw`$1\/`)
    .replace(LINE_START, (_, space: string, mark?: string, number = '', point = '') =>
      mark === undefined ? `${space}${number}\\${point}` : `${space}\\${mark}`,
    );

/** What an escaped character takes depends on those around it: the longest beginning that fits is searched for. */
function cut(clean: string, limit: number): string {
  const ends = Array.from(
    graphemes.segment(clean.slice(0, limit)),
    ({ index, segment }) => index + segment.length,
  );
  let fitting = 0;
  let tooMany = ends.length + 1;
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (shortened(clean, ends[middle - 1] ?? 0).length <= limit) fitting = middle;
    else tooMany = middle;
  }
  return shortened(clean, ends[fitting - 1] ?? 0);
}

const shortened = (clean: string, end: number): string => `${escape(clean.slice(0, end).trimEnd())}…`;
