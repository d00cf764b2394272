import type { ChannelRef, Platform } from '#channel/channel.ts';
import type { Post } from '#delivery/delivery.ts';
import type { Ledger } from '#ledger.ts';
import type { SimulatedPlatform } from '#tools/demo/simulated-platform.ts';

/** What stands on a platform, counted in one line, and what should not be so. */
export type Judgement = { readonly count: string; readonly problems: readonly string[] };

/**
 * Holds what stands in the simulator against the ledger: each story that the terminal shows has exactly one card there,
 * every card there is a story's, and the program broke no rule of the platform.
 */
export async function judgePlatform(
  { platform, name, look }: Pick<SimulatedPlatform, 'platform' | 'name' | 'look'>,
  ledger: Ledger,
): Promise<Judgement> {
  const { messages, violations } = await look();
  const cards = messages.filter(({ answers }) => answers === undefined);
  const edits = cards.reduce((sum, { said }) => sum + said.length - 1, 0);
  const ids = cards.map(({ id }) => id);
  const misplaced = await misplacedCards(platform, ids, ledger);
  return {
    count: `${name.padEnd(10)} messages ${messages.length}: cards ${cards.length}, edits ${edits}, pointers ${messages.length - cards.length} · violations ${violations.length}`,
    problems: [...violations, ...misplaced].map((problem) => `${name}: ${problem}`),
  };
}

async function misplacedCards(
  platform: Platform,
  cards: readonly string[],
  ledger: Ledger,
): Promise<readonly string[]> {
  const here = await ledger.workspaces.listChannelsOn(platform);
  const terminal = await ledger.workspaces.listChannelsOn('terminal');
  const stories = await ledger.stories.listRecent({ since: new Date(0), limit: Number.MAX_SAFE_INTEGER });
  const problems: string[] = [];
  for (const { id, shortName } of stories) {
    const posts = await ledger.deliveries.postsOf(id);
    const post = posts.find((one) => stands(one, here));
    const isShown = posts.some((one) => stands(one, terminal));
    const problem = post ? misplacement(post, cards) : isShown && 'stands in the terminal only';
    if (problem) problems.push(`${shortName} ${problem}`);
  }
  const owed = await countPosts(here, ledger);
  return cards.length > owed ? [...problems, `cards ${cards.length}, stories ${owed}`] : problems;
}

const stands = ({ channel }: Post, channels: readonly ChannelRef[]): boolean =>
  channels.some(({ id }) => id === channel);

/** Those of stories too that have become part of another: their cards stay. */
async function countPosts(channels: readonly ChannelRef[], ledger: Ledger): Promise<number> {
  const workspaces = [...new Set(channels.map(({ workspace }) => workspace))];
  const counts = await Promise.all(workspaces.map((workspace) => ledger.deliveries.countStates(workspace)));
  return counts.flatMap(({ posts }) => Object.values(posts)).reduce((sum, count) => sum + count, 0);
}

function misplacement({ message, state, reason }: Post, cards: readonly string[]): string | undefined {
  if (message === undefined) return `has no card: ${state}${reason === undefined ? '' : `, ${reason}`}`;
  return cards.includes(message) ? undefined : `has no card any more: ${message} does not stand there`;
}
