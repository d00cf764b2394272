import type { types } from '@slack/bolt';
import { withoutQuotation } from '#adapters/slack/cards/escape-mrkdwn.ts';

/** Limits of Block Kit (docs.slack.dev, "Reference: blocks"), in UTF-16 units: never fewer than Slack counts. */
const MOST_IN_SECTION = 3_000;
const MOST_IN_CONTEXT = 10;
/** Slack refuses what keeps every documented limit: 11,341 was refused, 9,597 taken (bolt-js issues 2509 and 2867). */
const MOST_TEXT = 9_500;
const MOST_BLOCKS = 50;

/** What Slack calls a block. */
export type Block = types.KnownBlock;

/** Whether Slack takes these in one message. */
export const fitInMessage = (blocks: readonly Block[]): boolean =>
  blocks.length <= MOST_BLOCKS && textSizeOf(blocks) <= MOST_TEXT;

/**
 * A mrkdwn text in which Slack looks for nothing by itself: no address becomes a link, no name a mention, no line a
 * quotation.
 */
export const mrkdwn = (text: string): types.MrkdwnElement => ({
  type: 'mrkdwn',
  text: withoutQuotation(text),
  verbatim: true,
});

/** Lines of mrkdwn, none longer than a section, in as few sections as hold them. */
export function sections(lines: readonly string[]): readonly Block[] {
  const texts: string[] = [];
  for (const line of lines.filter((line) => line.trim() !== '')) {
    const longer = `${texts.at(-1)}\n${line}`;
    if (texts.length > 0 && longer.length <= MOST_IN_SECTION) texts[texts.length - 1] = longer;
    else texts.push(line);
  }
  return texts.map((text) => ({ type: 'section', text: mrkdwn(text) }));
}

/** Small print: as many lines of mrkdwn as one block holds; none, no block. */
export function context(lines: readonly string[]): readonly Block[] {
  const elements = lines
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_IN_CONTEXT)
    .map(mrkdwn);
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

/** Buttons in a row; none, no block. */
export const actions = (elements: readonly types.Button[]): readonly Block[] =>
  elements.length === 0 ? [] : [{ type: 'actions', elements: [...elements] }];

function textSizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (size, [name, part]) =>
      size + (name === 'text' && typeof part === 'string' ? part.length : textSizeOf(part)),
    0,
  );
}
