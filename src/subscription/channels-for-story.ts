import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Match } from '#match/match.ts';
import type { StoryId } from '#story/story.ts';
import { forWhomItCounts } from '#subscription/for-whom-it-counts.ts';
import { isSilent } from '#subscription/is-silent.ts';
import { countsFrom } from '#subscription/outlet-choice.ts';
import type { Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** A channel that a story concerns, and by which of its subscriptions. */
export type ConcernedChannel = {
  readonly channel: ChannelRef;
  readonly workspace: Workspace;
  /** All that this story matched so far, the new ones among them, without those that are paused. */
  readonly subscriptions: readonly Subscription[];
  /** Those that this article made match for the first time, or for the first time since they were paused. */
  readonly joining: readonly Subscription[];
  /** Those that it would have made match, were they not paused, or did a report of its outlet count for them. */
  readonly silent: readonly Subscription[];
};

/** An article of a story, and what it met. */
type Found = {
  readonly story: StoryId;
  /** Whose news it is: it concerns no channel of another workspace. Absent for news of everyone. */
  readonly workspace?: WorkspaceId | undefined;
  /** Stories that are merged into it: their subscriptions join. */
  readonly merged: readonly StoryId[];
  readonly matches: readonly Match[];
  readonly arrivedAt: string;
  /** Whose report it is. */
  readonly outlet: OutletId;
  /** A report that came as news: neither from the archive, nor a live blog, an opinion or another form. */
  readonly isNews: boolean;
  readonly showing: readonly ChannelId[];
  readonly now: Date;
};

/** What the rule looks things up in. */
type Sources = { readonly subscriptions: SubscriptionStore; readonly workspaces: WorkspaceStore };

/**
 * The channels that an article concerns: those that show its story already, and those whose subscription it matches
 * strongly. A subscription counts articles that arrive after it began; what is no news concerns nobody anew.
 */
export async function channelsForStory(found: Found, sources: Sources): Promise<readonly ConcernedChannel[]> {
  const topics = found.isNews
    ? found.matches.filter(({ tier }) => tier === 'strong').map(({ topic }) => topic)
    : [];
  const watching = topics.length === 0 ? [] : await sources.subscriptions.listByTopics(topics);
  const matching = watching.filter(({ createdAt }) => createdAt <= found.arrivedAt);
  const channels = new Set([...found.showing, ...matching.map(({ channel }) => channel)]);

  const concerned = await Promise.all(
    [...channels].map((channel) =>
      concernedChannel(
        channel,
        found,
        matching.filter((one) => one.channel === channel),
        sources,
      ),
    ),
  );
  return concerned.filter((one) => one !== undefined);
}

async function concernedChannel(
  id: ChannelId,
  { story, merged, workspace: owner, outlet, now }: Found,
  matching: readonly Subscription[],
  { subscriptions, workspaces }: Sources,
): Promise<ConcernedChannel | undefined> {
  const channel = await workspaces.findChannel(id);
  const workspace = channel && (await workspaces.find(channel.workspace));
  if (!workspace || (owner !== undefined && owner !== workspace.id)) return undefined;

  const standing = await subscriptions.storyStatesOf(id, story);
  const known = await subscriptions.listForStory(id, story);
  const earlier = known.filter((one) => standing.get(one.id) !== 'muted' && !isSilent(one, now));
  const moved = (await Promise.all(merged.map((from) => forWhomItCounts(id, from, subscriptions)))).flat();
  const counting = matching.filter(({ outlets }) => countsFrom(outlet, outlets));
  const others = new Map([...moved, ...counting].map((one) => [one.id, one]));
  for (const { id } of earlier) others.delete(id);
  const joining = [...others.values()].filter((one) => !isSilent(one, now));
  const isJoining = new Set([...earlier, ...joining].map((one) => one.id));
  const silent = [...moved, ...matching].filter((one) => !isJoining.has(one.id) && !standing.has(one.id));
  return { channel, workspace, subscriptions: [...earlier, ...joining], joining, silent };
}
