import { clipText } from '#adapters/slack/cards/clip-text.ts';
import { escapeMrkdwn } from '#adapters/slack/cards/escape-mrkdwn.ts';
import { sourceMark } from '#adapters/slack/cards/render-phrase.ts';
import { mrkdwnLink, safeLink } from '#adapters/slack/cards/safe-link.ts';
import type { SlackWords } from '#adapters/slack/cards/slack-words.ts';
import type { CardSource } from '#card/card.ts';

const LONGEST_LINE = 2_000;
const LONGEST_NAME = 80;
/** A longer address would push the other sources off the card. */
const LONGEST_LINK = 500;
/** Room for "+n more". */
const MORE_SIZE = 20;

/** What the card's numbers mean: each outlet behind its link, with the host it leads to; `left` more were dropped. */
export function sourcesLine(sources: readonly CardSource[], left: number, words: SlackWords): string {
  const entries: string[] = [];
  let size = MORE_SIZE;
  for (const entry of sources.map(sourceEntry)) {
    size += entry.length + SEPARATOR.length;
    if (size > LONGEST_LINE) break;
    entries.push(entry);
  }
  const unsaid = left + sources.length - entries.length;
  return [...entries, ...(unsaid > 0 ? [words.more(unsaid)] : [])].join(SEPARATOR);
}

const SEPARATOR = ' · ';

function sourceEntry({ number, outlet, link, host, stateControlled }: CardSource): string {
  const name = shown(outlet);
  const owner = stateControlled === undefined ? '' : ` (${shown(stateControlled)})`;
  const safe = safeLink(link);
  if (safe === undefined || safe.length > LONGEST_LINK) return `${sourceMark(number)} ${name}${owner}`;
  const where = host === undefined ? '' : ` ${shown(host)}`;
  return `${sourceMark(number)} ${mrkdwnLink(safe, name)}${owner}${where}`;
}

const shown = (text: string): string => escapeMrkdwn(clipText(text, LONGEST_NAME));
