import { clipForMrkdwn } from '#adapters/slack/cards/clip-text.ts';
import { escapeCode, escapeMrkdwn, visibleText } from '#adapters/slack/cards/escape-mrkdwn.ts';
import { mrkdwnLink } from '#adapters/slack/cards/safe-link.ts';
import { dateToken, plainTime, type TimeView } from '#adapters/slack/cards/slack-time.ts';
import type { Phrase, Piece } from '#card/phrase.ts';
import { type SalonWords, withSalon } from '#card/phrase-of.ts';

/** How a phrase is shown: `links` are the safe addresses of the card's sources by number. */
export type PhraseLook = TimeView & { readonly links?: ReadonlyMap<number, string> };

/** Slack's own word in French. */
const CANAL: SalonWords = ['canal', 'canaux'];

type Shown = ReturnType<typeof withSalon>;
type TextPiece = Extract<Piece, { kind: 'text' }>;

const MARKS: Readonly<Record<NonNullable<TextPiece['style']>, string>> = {
  strong: '*',
  struck: '~',
  code: '`',
  quiet: '',
};

/** Slack's id of a person. Slack calls nobody by an edit, nor by an answer that only one person sees. */
const PERSON = /^[UW][A-Z0-9]+$/;
/** And of a user group, which stands in such answers alone. */
const GROUP = /^S[A-Z0-9]+$/;

/** Room for the two marks around styled words. */
const MARKS_SIZE = 2;

/** A phrase as one line of mrkdwn, at most `most` units long; what does not fit is cut between characters. */
export function renderPhrase(phrase: Phrase, look: PhraseLook, most: number): string {
  let rendered = '';
  for (const piece of joinStyles(phrase)) {
    const whole = renderPiece(piece, look);
    const room = most - rendered.length;
    if (whole.length > room) return rendered + (piece.kind === 'text' ? cutPiece(piece, room) : '');
    rendered += whole;
  }
  return rendered;
}

/** A phrase as bare words, for notifications and screen readers; not escaped. */
export const plainPhrase = (phrase: Phrase, view: TimeView): string =>
  phrase
    .map((one) => {
      const piece = withSalon(one, CANAL);
      switch (piece.kind) {
        case 'text':
          return visibleText(piece.text);
        case 'time':
          return plainTime(piece.at, piece.shape, view);
        case 'source':
          return sourceMark(piece.number);
        case 'person':
        case 'group':
          return visibleText(piece.id);
      }
    })
    .join('');

/** The number of a source, as it stands behind words that rest on it. */
export const sourceMark = (number: number): string => `‹${number}›`;

/** Two marks side by side would mean nothing to Slack: neighbours in one style become one piece. */
function joinStyles(phrase: Phrase): readonly Shown[] {
  const joined: Shown[] = [];
  for (const one of phrase) {
    const piece = withSalon(one, CANAL);
    const last = joined.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && piece.style === last.style) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}

function renderPiece(piece: Shown, look: PhraseLook): string {
  switch (piece.kind) {
    case 'text':
      return renderText(piece);
    case 'time':
      return dateToken(piece.at, piece.shape, look);
    case 'source': {
      const link = look.links?.get(piece.number);
      const mark = sourceMark(piece.number);
      return link === undefined ? mark : mrkdwnLink(link, mark);
    }
    case 'person':
      return PERSON.test(piece.id) ? `<@${piece.id}>` : escapeMrkdwn(piece.id);
    case 'group':
      return GROUP.test(piece.id) ? `<!subteam^${piece.id}>` : escapeMrkdwn(piece.id);
  }
}

const cutPiece = (piece: TextPiece, room: number): string =>
  renderText({ ...piece, text: clipForMrkdwn(piece.text, room - MARKS_SIZE) });

/** Slack wants no white space inside the marks. */
function renderText({ text, style }: TextPiece): string {
  const words = style === 'code' ? escapeCode(text) : escapeMrkdwn(text);
  const mark = style === undefined ? '' : MARKS[style];
  const core = words.trim();
  if (mark === '' || core === '') return words;
  const start = words.indexOf(core);
  return `${words.slice(0, start)}${mark}${core}${mark}${words.slice(start + core.length)}`;
}
