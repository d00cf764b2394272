import type { Platform } from '#channel/channel.ts';
import type { Post } from '#delivery/delivery.ts';
import type { ChannelId } from '#kernel/id.ts';
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
    count: `${name.padEnd(10)} ${messages.length} messages: ${cards.length} cards with ${edits} edits, ${messages.length - cards.length} pointers · ${violations.length} violations`,
    problems: [...violations, ...misplaced].map((problem) => `${name}: ${problem}`),
  };
}

async function misplacedCards(
  platform: Platform,
  cards: readonly string[],
  ledger: Ledger,
): Promise<readonly string[]> {
  const here = await channelsOn(platform, ledger);
  const terminal = await channelsOn('terminal', ledger);
  const stories = await ledger.stories.listRecent({ since: new Date(0), limit: Number.MAX_SAFE_INTEGER });
  const problems: string[] = [];
  const accounted = new Set<string>();
  for (const { id, shortName } of stories) {
    const posts = await ledger.deliveries.postsOf(id);
    const post = posts.find(({ channel }) => here.has(channel));
    const isShown = posts.some(({ channel }) => terminal.has(channel));
    const problem = post ? misplacement(post, cards) : isShown && 'stands in the terminal only';
    if (problem) problems.push(`${shortName} ${problem}`);
    if (post?.message !== undefined) accounted.add(post.message);
  }
  const strays = cards.filter((card) => !accounted.has(card));
  return [...problems, ...strays.map((card) => `card ${card} is no story's, or a story's second one`)];
}

const channelsOn = async (platform: Platform, ledger: Ledger): Promise<ReadonlySet<ChannelId>> =>
  new Set((await ledger.workspaces.listChannelsOn(platform)).map(({ id }) => id));

function misplacement({ message, state, reason }: Post, cards: readonly string[]): string | undefined {
  if (message === undefined) return `has no card: ${state}${reason === undefined ? '' : `, ${reason}`}`;
  return cards.includes(message) ? undefined : `has no card any more: ${message} does not stand there`;
}
