import type { types } from '@slack/bolt';
import { buttonsFor } from '#adapters/slack/asking/reply-message.ts';
import { rowOf } from '#adapters/slack/asking/view-place.ts';
import { type Block, context, sections } from '#adapters/slack/cards/blocks.ts';
import { renderPhrase } from '#adapters/slack/cards/render-phrase.ts';
import type { TimeView } from '#adapters/slack/cards/slack-time.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Dashboard, DashboardChannel } from '#command/watch/dashboard.ts';

/** Slack's limit of the Home tab. */
const MOST_BLOCKS = 100;
const LONGEST_LINE = 1_000;

/** What the Home tab shows: `inviting` says for a channel in which we are not how to invite us. */
export function homeView(
  { lines, channels }: Dashboard,
  look: TimeView,
  inviting: ReadonlyMap<string, Phrase>,
): types.HomeView {
  const say = (phrase: Phrase): string => renderPhrase(phrase, look, LONGEST_LINE);
  const blocks = [
    ...sections(lines.map(say)),
    ...channels.flatMap((one) => channelBlocks(one, say, inviting.get(one.channel.address))),
  ];
  return { type: 'home', blocks: blocks.slice(0, MOST_BLOCKS) };
}

function channelBlocks(
  { channel, line, rows, more }: DashboardChannel,
  say: (phrase: Phrase) => string,
  invite: Phrase | undefined,
): readonly Block[] {
  return [
    { type: 'divider' },
    ...sections([say(line), ...(invite === undefined ? [] : [say(invite)])]),
    ...rows.flatMap(({ line: row, actions }, index): readonly Block[] => {
      const elements = [...buttonsFor(actions)];
      return [
        ...sections([say(row)]),
        ...(elements.length === 0
          ? []
          : [{ type: 'actions' as const, block_id: rowOf(channel.address, index), elements }]),
      ];
    }),
    ...context(more === undefined ? [] : [say(more)]),
  ];
}
