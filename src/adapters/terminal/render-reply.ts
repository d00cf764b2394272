import { renderCard } from '#adapters/terminal/render-card.ts';
import { renderPhrase } from '#adapters/terminal/render-phrase.ts';
import { renderZone, type TimeView } from '#adapters/terminal/render-time.ts';
import { safeText } from '#adapters/terminal/safe-text.ts';
import type { TerminalStyle } from '#adapters/terminal/terminal-style.ts';
import { paint } from '#adapters/terminal/terminal-style.ts';
import { wrapBlock } from '#adapters/terminal/wrap-block.ts';
import type { Phrase, Piece } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import type { Action } from '#channel/action.ts';
import { actionsOf } from '#command/actions-of.ts';
import type { Reply } from '#command/command.ts';

/** What is typed before a command in this program's folder. */
const TYPED_BEFORE = 'npm run -s readout --';

/** A command's reply as lines; what can be done next stands below as commands to type. */
export function renderReply(reply: Reply, view: TimeView, at: Date, style: TerminalStyle): readonly string[] {
  return [
    ...reply.lines.flatMap((line) =>
      wrapBlock(renderPhrase(withZone(line, view), { ...view, style }), style.width),
    ),
    ...(reply.cards ?? []).flatMap((card) => ['', ...renderCard(card, 'shown', at, style)]),
    ...actionLines(actionsOf(reply), style),
  ];
}

/** Hours are told with their zone, once a line: a card says it above, a reply here. */
function withZone(line: Phrase, view: TimeView): Phrase {
  const last = line.findLastIndex(hasHour);
  const hour = line[last];
  if (hour?.kind !== 'time') return line;
  const zone = text(` ${renderZone(new Date(hour.at), view)}`);
  return [...line.slice(0, last + 1), zone, ...line.slice(last + 1)];
}

const hasHour = (piece: Piece): boolean => piece.kind === 'time' && piece.shape !== 'date';

/** A command is never wrapped: it is there to be copied. */
const actionLines = (actions: readonly Action[], style: TerminalStyle): readonly string[] =>
  actions.map(({ label, command }) => {
    const typed = safeText(command).split(' ').map(forShell).join(' ');
    return `  → ${safeText(label)}: ${paint(`${TYPED_BEFORE} ${typed}`, ['cyan'], style)}`;
  });

/** A word as a shell takes it for itself: brackets, quotation marks and the like mean something there. */
const forShell = (word: string): string =>
  /^[\p{L}\p{N}_.,:@%+=/-]*$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
