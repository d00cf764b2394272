import type { types } from '@slack/bolt';
import { heldPlace, PAGE } from '#adapters/slack/asking/home-page.ts';
import { buttonsFor } from '#adapters/slack/asking/reply-message.ts';
import { rowOf } from '#adapters/slack/asking/view-place.ts';
import { actions, type Block, sections } from '#adapters/slack/cards/blocks.ts';
import { button } from '#adapters/slack/cards/card-blocks.ts';
import { renderPhrase } from '#adapters/slack/cards/render-phrase.ts';
import type { TimeView } from '#adapters/slack/cards/slack-time.ts';
import type { Phrase } from '#card/phrase.ts';
import type {
  Dashboard,
  DashboardChannel,
  DashboardPlace,
  DashboardRow,
  DashboardTurn,
} from '#command/watch/dashboard.ts';

/** Slack's limit of the Home tab. */
const MOST_BLOCKS = 100;
const LONGEST_LINE = 1_000;

/** What the Home tab shows around the page itself. */
export type HomeFrame = {
  readonly look: TimeView;
  /** Says for a channel in which we are not how to invite us. */
  readonly inviting: ReadonlyMap<string, Phrase>;
  /** Where the page begins; absent for the first. */
  readonly from?: DashboardPlace | undefined;
};

/** A page of the Home tab. */
export function homeView(
  { lines, channels, turns }: Dashboard,
  { look, inviting, from }: HomeFrame,
): types.HomeView {
  const say = (phrase: Phrase): string => renderPhrase(phrase, look, LONGEST_LINE);
  const turning = turns.length === 0 ? [] : [{ type: 'divider' as const }, ...actions(turns.map(turnButton))];
  const blocks = [
    ...sections(lines.map(say)),
    ...channels.flatMap((one) => channelBlocks(one, say, inviting.get(one.channel.address))),
  ];
  return {
    type: 'home',
    private_metadata: heldPlace(from),
    blocks: [...blocks.slice(0, MOST_BLOCKS - turning.length), ...turning],
  };
}

const turnButton = ({ label, to }: DashboardTurn, index: number): types.Button => ({
  ...button(label, `${PAGE}-${index}`),
  value: heldPlace(to),
});

function channelBlocks(
  { channel, line, rows, add }: DashboardChannel,
  say: (phrase: Phrase) => string,
  invite: Phrase | undefined,
): readonly Block[] {
  const [adding] = add === undefined ? [] : buttonsFor([add]);
  const heading = {
    ...(adding !== undefined && { block_id: rowOf(channel.address, rows.length), accessory: adding }),
  };
  return [
    { type: 'divider' },
    ...sections([say(line)]).map((block) => ({ ...block, ...heading })),
    ...sections(invite === undefined ? [] : [say(invite)]),
    ...rows.flatMap((row, index) => rowBlocks(row, rowOf(channel.address, index), say)),
  ];
}

function rowBlocks(
  { line, actions: offered }: DashboardRow,
  id: string,
  say: (phrase: Phrase) => string,
): readonly Block[] {
  const elements = [...buttonsFor(offered)];
  return [
    ...sections([say(line)]),
    ...(elements.length === 0 ? [] : [{ type: 'actions' as const, block_id: id, elements }]),
  ];
}
