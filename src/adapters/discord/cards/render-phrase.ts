import { cleanLine } from '#adapters/discord/cards/clean-line.ts';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import type { Phrase, Piece } from '#card/phrase.ts';
import { withSalon } from '#card/phrase-of.ts';
import { SECOND_MS } from '#kernel/clock.ts';

/** How a phrase is written: where the numbers of sources lead, and how many UTF-16 units there are at most. */
export type PhraseLook = { readonly links?: ReadonlyMap<number, string>; readonly limit?: number };

type Shown = ReturnType<typeof withSalon>;
type TextPiece = Extract<Piece, { readonly kind: 'text' }>;

/** Discord's shapes of `<t:…>`: 17:41; 1 July 2025; 1 July 2025 17:41; all in the reader's zone and language. */
const SHAPES = { time: 't', date: 'D', 'date-time': 'f' } as const;

/** Discord's id of a person or a role. Our messages let nobody be called but a watch's roles, so this only shows the name. */
const ID = /^\d{15,21}$/;

const ELLIPSIS = '…';
/** The longest marks around a piece, on both sides. */
const MARKS_LENGTH = '****'.length;

/** A phrase as one line of Discord's markdown; its words are escaped. Where it is too long it ends with "…". */
export function renderPhrase(
  phrase: Phrase,
  { links, limit = Number.POSITIVE_INFINITY }: PhraseLook = {},
): string {
  const pieces = joinedByStyle(phrase);
  const whole = pieces.map((piece) => renderPiece(piece, links)).join('');
  return whole.length <= limit ? whole : cutPhrase(pieces, links, limit);
}

/** The number of a source, a link where it leads somewhere. */
export function sourceMark(number: number, links?: ReadonlyMap<number, string>): string {
  const link = links?.get(number);
  return link === undefined ? String.raw`\[${number}\]` : `[[${number}]](${link})`;
}

/** Two bold pieces in a row would put four stars between them, which end nothing. */
function joinedByStyle(phrase: Phrase): readonly Shown[] {
  const joined: Shown[] = [];
  for (const one of phrase) {
    const piece = withSalon(one);
    const last = joined.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && piece.style === last.style)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function renderPiece(piece: Shown, links: PhraseLook['links']): string {
  switch (piece.kind) {
    case 'text':
      return renderText(piece);
    case 'time':
      return `<t:${Math.floor(Date.parse(piece.at) / SECOND_MS)}:${SHAPES[piece.shape]}>`;
    case 'source':
      return sourceMark(piece.number, links);
    case 'person':
      return ID.test(piece.id) ? `<@${piece.id}>` : escapeMarkdown(piece.id);
    case 'group':
      return ID.test(piece.id) ? `<@&${piece.id}>` : escapeMarkdown(piece.id);
  }
}

/** Whole pieces as far as they go, and of the one that does not fit its beginning, where it has words. */
function cutPhrase(pieces: readonly Shown[], links: PhraseLook['links'], limit: number): string {
  let line = '';
  for (const piece of pieces) {
    const whole = renderPiece(piece, links);
    const left = limit - line.length;
    if (whole.length < left) line += whole;
    else if (piece.kind === 'text' && left > MARKS_LENGTH)
      return line + renderText(piece, left - MARKS_LENGTH);
    else return line + ELLIPSIS;
  }
  return line;
}

function renderText({ text, style }: TextPiece, limit?: number): string {
  if (style === undefined) return escapeMarkdown(text, limit);
  switch (style) {
    case 'strong':
      return between('**', escapeMarkdown(text, limit));
    case 'struck':
      return between('~~', escapeMarkdown(text, limit));
    case 'code':
      return between('`', asCode(text, limit));
    // There is no small text inside a line.
    case 'quiet':
      return escapeMarkdown(text, limit);
  }
}

/** Marks around nothing, or next to a space, would be shown themselves. */
function between(mark: string, words: string): string {
  const bare = words.trim();
  return bare === '' ? words : words.replace(bare, () => `${mark}${bare}${mark}`);
}

/** Nothing is obeyed between backticks but the backtick itself, which cannot be escaped there. */
function asCode(text: string, limit = Number.POSITIVE_INFINITY): string {
  const line = cleanLine(text).replaceAll('`', "'");
  return line.length <= limit ? line : cutLabel(line, limit);
}
