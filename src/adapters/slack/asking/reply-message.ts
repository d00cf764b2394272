import type { RespondArguments, types } from '@slack/bolt';
import { actions, type Block, context, fitInMessage, sections } from '#adapters/slack/cards/blocks.ts';
import { button, cardBlocks } from '#adapters/slack/cards/card-blocks.ts';
import { fileBlocks } from '#adapters/slack/cards/file-blocks.ts';
import { messageText } from '#adapters/slack/cards/message-text.ts';
import { plainPhrase, renderPhrase } from '#adapters/slack/cards/render-phrase.ts';
import type { TimeView } from '#adapters/slack/cards/slack-time.ts';
import { type SlackWords, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import { actionsOf } from '#command/actions-of.ts';
import type { Reply } from '#command/command.ts';

const LONGEST_LINE = 2_500;
/** Leaves room for what can be done next, and for a card. */
const MOST_LINES = 7_000;
/** More buttons than these are no help. */
const MOST_BUTTONS = 10;
/** Slack's limit for what a button carries. */
const LONGEST_COMMAND = 2_000;

/** How the ids of buttons begin that say a command. */
export const DO = 'do';
/** And of those that open its form. */
export const FORM = 'form';

/** A reply that only the person sees who asked, unless it is for all. It takes the place of the message that was pressed where told. */
export const replyMessage = (reply: Reply, view: TimeView, isInPlace = false): RespondArguments => ({
  response_type: reply.isPublic === true ? 'in_channel' : 'ephemeral',
  replace_original: isInPlace,
  text: replyText(reply, view),
  blocks: [...replyBlocks(reply, view)],
});

/** What a notification shows of a reply, and a screen reader reads. */
export const replyText = (reply: Reply, view: TimeView): string =>
  messageText(reply.lines.map((line) => plainPhrase(line, view)).join(' '));

/** A reply as blocks, which stand in messages and in windows. Its buttons carry the commands that they say. */
export function replyBlocks(reply: Reply, view: TimeView): readonly Block[] {
  const words = slackWordsIn(view.language);
  const tail = commandButtons(actionsOf(reply));
  const said = sections(saidLines(reply.lines, view, words));
  return [
    ...withCards(said, reply.cards ?? [], tail, words),
    ...(reply.file === undefined ? [] : fileBlocks(reply.file.text, words)),
    ...tail,
  ];
}

/** One sentence of our own to the person who asked. */
export const sentenceMessage = (sentence: string): RespondArguments => ({
  response_type: 'ephemeral',
  replace_original: false,
  text: messageText(sentence),
});

function saidLines(lines: readonly Phrase[], view: TimeView, words: SlackWords): readonly string[] {
  const said: string[] = [];
  let size = 0;
  for (const [index, line] of lines.entries()) {
    const text = renderPhrase(line, view, LONGEST_LINE);
    size += text.length;
    if (size > MOST_LINES) return [...said, words.more(lines.length - index)];
    said.push(text);
  }
  return said;
}

/** As many whole cards as Slack takes in one message. */
function withCards(
  said: readonly Block[],
  cards: readonly Card[],
  tail: readonly Block[],
  words: SlackWords,
): readonly Block[] {
  let shown = said;
  for (const [index, card] of cards.entries()) {
    const left = context([words.more(cards.length - index)]);
    const next = [...shown, { type: 'divider' } as const, ...cardBlocks(card)];
    if (!fitInMessage([...next, ...left, ...tail])) return [...shown, ...left];
    shown = next;
  }
  return shown;
}

/** Buttons that say a command each, in one row; none where there is nothing to do. */
export const commandButtons = (offered: readonly Action[]): readonly Block[] => actions(buttonsFor(offered));

/** The same without their row. */
export const buttonsFor = (offered: readonly Action[]): readonly types.Button[] =>
  offered.flatMap(commandButton).slice(0, MOST_BUTTONS);

const commandButton = ({ label, command, opensForm }: Action, index: number): readonly types.Button[] =>
  command === '' || command.length > LONGEST_COMMAND
    ? []
    : [{ ...button(label, `${opensForm === true ? FORM : DO}-${index}`), value: command }];
