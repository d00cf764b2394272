import type { OpenedDatabase } from '#adapters/database/opened-database.ts';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import type { TopicId } from '#topic/topic.ts';
import type { Dice } from '../../bench/dice.ts';
import { desk, NOON } from '../../delivery/owed.ts';
import type { SimulatedTime } from './simulated-time.ts';
import type { UnreliablePlatform } from './unreliable-platform.ts';

const STORIES = 8;
const NO_BUDGET = { cardsAnHour: 100_000, pingsAnHour: 100_000, pingsADay: 100_000 };
const DIGEST = { days: 'daily', at: '12:15' } as const;

/** So few that a storm exceeds them: what is over waits for the list of the next full hour. */
export const CARDS_AN_HOUR = 3;

/** Everything that outlives the program. */
export type World = {
  readonly time: SimulatedTime;
  readonly dice: Dice;
  readonly database: OpenedDatabase;
  /** As each life sees it that holds the lease. */
  readonly ledgerOf: (holder: string, onLost: () => void) => Ledger;
  readonly platform: UnreliablePlatform;
  /** Whether the program's clock is put an hour forward or back, between two lives or while it runs. */
  readonly hasJumps: boolean;
  /** The program's clock. */
  readonly clock: { aheadMs: number };
  /** Keys of the cards that a person deleted. */
  readonly deleted: Set<string>;
  /** Keys of the cards that somebody wanted removed. */
  readonly removed: Set<string>;
  /** Younger stories that turned out to be part of an older one, and of which. */
  readonly merges: Map<StoryId, StoryId>;
};

/** What the program's clock says. */
export const nowOf = ({ time, clock }: Pick<World, 'time' | 'clock'>): Date =>
  new Date(time.now().getTime() + clock.aheadMs);

const channelNamed = (name: string): ChannelRef => ({
  ...desk,
  id: name as ChannelId,
  address: name,
  name: `#${name}`,
});

/** The channel that has a budget. */
export const scant = channelNamed('scant');
/** The channel that has a digest, at a quarter past noon: in the storm, and on the day after it. */
export const paper = channelNamed('paper');

/** All. */
export const CHANNELS: readonly ChannelRef[] = [desk, channelNamed('night'), scant, paper];

/** Whose channels these are. */
export const NEWSROOM: Workspace = {
  id: desk.workspace,
  platform: desk.platform,
  name: 'Newsroom',
  languages: ['en'],
  zone: 'UTC',
};

/** All that is ever told of. */
export const storyNames = (): readonly StoryId[] =>
  Array.from({ length: STORIES }, (_, number) => `story-${number}` as StoryId);

const TALKS = 'talks' as TopicId;

/** What a channel watches. */
export const watchOf = (channel: ChannelRef): Subscription => ({
  id: subscriptionId(channel.id, TALKS),
  workspace: channel.workspace,
  channel: channel.id,
  topic: TALKS,
  name: 'talks',
  createdAt: new Date(NOON.getTime() - HOUR_MS).toISOString(),
  createdBy: 'Ana',
  isPaused: false,
  ...(channel === paper && { digest: DIGEST }),
});

/** Everybody watches the same. */
export async function setUp({ workspaces, subscriptions, topics }: Ledger): Promise<void> {
  await workspaces.save(NEWSROOM);
  await topics.save({
    id: TALKS,
    canonical: 'talks',
    written: 'talks',
    parts: [],
    excluded: [],
    restrictions: [],
  });
  for (const channel of CHANNELS) {
    await workspaces.saveChannel(channel);
    const budget = channel === scant ? { ...NO_BUDGET, cardsAnHour: CARDS_AN_HOUR } : NO_BUDGET;
    await subscriptions.saveSettings({ ...calmSettings(channel.id), ...budget });
    await subscriptions.add(watchOf(channel));
  }
}
