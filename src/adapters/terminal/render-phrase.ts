import { renderTime, type TimeView } from '#adapters/terminal/render-time.ts';
import { safeText } from '#adapters/terminal/safe-text.ts';
import type { Format, TerminalStyle } from '#adapters/terminal/terminal-style.ts';
import { paint } from '#adapters/terminal/terminal-style.ts';
import type { Phrase, Piece } from '#card/phrase.ts';
import { withSalon } from '#card/phrase-of.ts';

/** How a phrase is shown: `strong` is what strong words look like here, bold where nothing is said. */
export type PhraseLook = TimeView & { readonly style: TerminalStyle; readonly strong?: readonly Format[] };

/** A phrase as one line, not wrapped. Words come out safe; in plain mode struck words stand between ~~. */
export const renderPhrase = (phrase: Phrase, look: PhraseLook): string =>
  phrase.map((piece) => renderPiece(piece, look)).join('');

function renderPiece(one: Piece, look: PhraseLook): string {
  const piece = withSalon(one);
  switch (piece.kind) {
    case 'text':
      return renderText(piece, look);
    case 'time':
      return renderTime(piece.at, piece.shape, look);
    case 'source':
      return paint(`[${piece.number}]`, ['cyan'], look.style);
    case 'person':
    case 'group':
      return safeText(piece.id);
  }
}

function renderText({ text, style }: Extract<Piece, { readonly kind: 'text' }>, look: PhraseLook): string {
  const safe = safeText(text);
  if (style === undefined) return safe;
  switch (style) {
    case 'strong':
      return paint(safe, look.strong ?? ['bold'], look.style);
    case 'quiet':
      return paint(safe, ['dim'], look.style);
    case 'code':
      return paint(safe, ['cyan'], look.style);
    case 'struck':
      return look.style.isPlain ? `~~${safe}~~` : paint(safe, ['strikethrough', 'dim'], look.style);
  }
}
