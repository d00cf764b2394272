import { renderCard } from '#adapters/terminal/render-card.ts';
import { renderPhrase } from '#adapters/terminal/render-phrase.ts';
import type { TimeView } from '#adapters/terminal/render-time.ts';
import { safeText } from '#adapters/terminal/safe-text.ts';
import type { TerminalStyle } from '#adapters/terminal/terminal-style.ts';
import { paint } from '#adapters/terminal/terminal-style.ts';
import { wrapBlock } from '#adapters/terminal/wrap-block.ts';
import type { Action } from '#channel/action.ts';
import { actionsOf } from '#command/actions-of.ts';
import type { Reply } from '#command/command.ts';

/** What is typed before a command in this program's folder. */
const TYPED_BEFORE = 'npm run -s readout --';

/** A command's reply as lines; what can be done next stands below as commands to type. */
export function renderReply(reply: Reply, view: TimeView, at: Date, style: TerminalStyle): readonly string[] {
  return [
    ...reply.lines.flatMap((line) => wrapBlock(renderPhrase(line, { ...view, style }), style.width)),
    ...(reply.cards ?? []).flatMap((card) => ['', ...renderCard(card, 'shown', at, style)]),
    ...actionLines(actionsOf(reply), style),
  ];
}

/** A command is never wrapped: it is there to be copied. */
const actionLines = (actions: readonly Action[], style: TerminalStyle): readonly string[] =>
  actions.map(({ label, command }) => {
    const typed = safeText(command).split(' ').map(forShell).join(' ');
    return `  → ${safeText(label)}: ${paint(`${TYPED_BEFORE} ${typed}`, ['cyan'], style)}`;
  });

/** A word as a shell takes it for itself: brackets, quotation marks and the like mean something there. */
const forShell = (word: string): string =>
  /^[\p{L}\p{N}_.,:@%+=/-]*$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
