import { type Block, sections } from '#adapters/slack/cards/blocks.ts';
import { escapeCode } from '#adapters/slack/cards/escape-mrkdwn.ts';
import type { SlackWords } from '#adapters/slack/cards/slack-words.ts';

/** What a message holds beside its lines and buttons, and one section of it. */
const MOST_TEXT = 8_000;
const MOST_IN_SECTION = 2_900;

/**
 * A file as text to copy, cut only between lines: to send a file itself Slack wants a right that nothing else here needs.
 * Where it is too long that is said.
 */
export function fileBlocks(text: string, words: SlackWords): readonly Block[] {
  const parts = partsOf(text.trimEnd().split('\n').map(escapeCode));
  const isTooLong = parts.join('').length > MOST_TEXT || parts.some((part) => part.length > MOST_IN_SECTION);
  return isTooLong ? sections([words.tooLongToShow]) : parts.flatMap((part) => sections([part]));
}

function partsOf(lines: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const line of lines) {
    const longer = `${parts.at(-1) ?? ''}\n${line}`;
    if (parts.length > 0 && longer.length <= MOST_IN_SECTION - 8) parts[parts.length - 1] = longer;
    else parts.push(line);
  }
  return parts.map((part) => `\`\`\`\n${part}\n\`\`\``);
}
