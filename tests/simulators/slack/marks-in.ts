import type { Fields } from './value-rules.ts';
import { isFields } from './value-rules.ts';
import type { Content } from './world.ts';

/** What in a message calls people, and where it leads. */
export type Marks = { readonly mentions: readonly string[]; readonly links: readonly string[] };

/**
 * The mentions and links that Slack would make of a message: `<!…>`, `<@…>`, `<#…>` and `<address|words>` in its text
 * and in each mrkdwn text; addresses of buttons and images; rich text. A plain_text makes none.
 * (docs.slack.dev, "Formatting message text".) An address that stands bare is a link too, unless it is `verbatim`.
 */
export function marksIn({ text, blocks }: Content): Marks {
  const found = [...marksOfText(text, false), ...marksOf(blocks ?? [])];
  return {
    mentions: found.filter(isMention),
    links: found.flatMap((mark) => (isMention(mark) ? [] : [linkOf(mark)])).filter((link) => link !== ''),
  };
}

const isMention = (mark: string): boolean => /^[!@#]/.test(mark) && !mark.startsWith('!date^');

/** A date may carry a link as its last part. */
const linkOf = (mark: string): string =>
  mark.startsWith('!date^') ? (mark.split('|')[0]?.split('^')[3] ?? '') : (mark.split('|')[0] ?? '');

function* marksOf(value: unknown): Iterable<string> {
  if (Array.isArray(value)) for (const part of value) yield* marksOf(part);
  if (!isFields(value)) return;
  if (value['type'] === 'plain_text') return;
  if (value['type'] === 'mrkdwn') yield* marksOfText(value['text'], value['verbatim'] === true);
  else yield* marksOfParts(value);
}

function* marksOfParts(value: Fields): Iterable<string> {
  for (const [name, part] of Object.entries(value)) {
    const isAddress = name === 'url' || name === 'image_url';
    if (isAddress && typeof part === 'string') yield part;
    else if (name === 'user_id') yield `@${String(part)}`;
    else if (name === 'usergroup_id') yield `!subteam^${String(part)}`;
    else if (value['type'] === 'broadcast' && name === 'range') yield `!${String(part)}`;
    else if (value['type'] === 'markdown' && name === 'text') yield* marksOfText(part, false);
    else yield* marksOf(part);
  }
}

function* marksOfText(text: unknown, isVerbatim: boolean): Iterable<string> {
  if (typeof text !== 'string') return;
  for (const [, mark = ''] of text.matchAll(/<([^<>]+)>/g)) yield mark;
  if (isVerbatim) return;
  for (const [address] of text.replaceAll(/<[^<>]+>/g, ' ').matchAll(/\bhttps?:\/\/[^\s<>]+/g)) yield address;
}
