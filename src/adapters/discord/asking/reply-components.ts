import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { cardComponents, TEXT_LIMIT } from '#adapters/discord/cards/card-components.ts';
import { commandId } from '#adapters/discord/cards/custom-id.ts';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import { renderPhrase } from '#adapters/discord/cards/render-phrase.ts';
import type { Action } from '#channel/action.ts';
import type { Pages, Reply } from '#command/command.ts';

const MOST_CARDS = 2;
/** Room for the lines where cards stand below them. */
const LINES_ABOVE_CARDS = 800;
const LONGEST_LABEL = 34;
/** Discord's limit for one row. */
export const BUTTONS_A_ROW = 5;
/** More is no longer read but searched; the rest stands as words to type. */
const MOST_ROWS = 2;

/**
 * A command's reply as Components V2: its lines, its cards, its file, and what can be done next as buttons that hold the command;
 * one that is too long for a button stands as words to type.
 */
export function replyComponents({
  lines,
  cards = [],
  actions = [],
  pages,
  file,
}: Reply): readonly APIMessageTopLevelComponent[] {
  const shown = cards.slice(0, MOST_CARDS);
  const { buttons, typed } = sorted([...turns(pages), ...actions], MOST_ROWS * BUTTONS_A_ROW);
  const limit = shown.length === 0 ? TEXT_LIMIT : LINES_ABOVE_CARDS;
  const said = lines.map((line) => renderPhrase(line, { limit: limit / 2 }));
  const text = fitting([...said, ...typed, ...leftOut(cards.length - shown.length)], limit);
  const cardLimit = (TEXT_LIMIT - text.length) / Math.max(1, shown.length);
  return [
    ...(text === '' ? [] : [{ type: ComponentType.TextDisplay as const, content: text }]),
    ...shown.map((card) => cardComponents(card, undefined, cardLimit)),
    ...(file === undefined ? [] : [shownFile(file.name)]),
    ...rowsOf(buttons),
  ];
}

/** A file is seen only where a component shows it; it is sent beside them. */
const shownFile = (name: string): APIMessageTopLevelComponent => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});

/** Buttons that hold a command each, in one row; none where there is nothing to do. */
export function actionRow(actions: readonly Action[]): APIActionRowComponent<APIButtonComponent>[] {
  return rowsOf(sorted(actions, BUTTONS_A_ROW).buttons);
}

const turns = ({ previous, next }: Pages = {}): readonly Action[] =>
  [previous, next].filter((action) => action !== undefined);

const leftOut = (left: number): readonly string[] => (left > 0 ? [`-# +${left}`] : []);

const rowsOf = (buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] =>
  Array.from({ length: Math.ceil(buttons.length / BUTTONS_A_ROW) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * BUTTONS_A_ROW, (row + 1) * BUTTONS_A_ROW),
  }));

/** Two buttons that do the same would be one message with the same id twice: Discord refuses it. */
function sorted(
  actions: readonly Action[],
  most: number,
): {
  readonly buttons: readonly APIButtonComponent[];
  readonly typed: readonly string[];
} {
  const buttons = new Map<string, APIButtonComponent>();
  const typed: string[] = [];
  for (const action of actions) {
    const { label, command } = action;
    const id = commandId(action);
    if (id === undefined || (buttons.size === most && !buttons.has(id)))
      typed.push(
        `${escapeMarkdown(label)}: ${renderPhrase([{ kind: 'text', text: `/${command}`, style: 'code' }])}`,
      );
    else buttons.set(id, buttonOf(id, label));
  }
  return { buttons: [...buttons.values()], typed };
}

const buttonOf = (id: string, label: string): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: cutLabel(label, LONGEST_LABEL),
  custom_id: id,
});

/** As many lines as fit, and how many did not. Each alone fits. */
function fitting(lines: readonly string[], limit: number): string {
  const all = lines.join('\n');
  if (all.length <= limit) return all;
  for (let most = lines.length - 1; ; most -= 1) {
    const text = [...lines.slice(0, most), ...leftOut(lines.length - most)].join('\n');
    if (text.length <= limit || most <= 1) return text;
  }
}
