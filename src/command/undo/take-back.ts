import { isDeepStrictEqual } from 'node:util';
import { openPolicy } from '#channel/policy.ts';
import { MOST_OWN_FEEDS } from '#command/feed/own-feed-limits.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import { putBack, takeSampleAway } from '#command/undo/take-back-owed.ts';
import { MOST_TOPICS } from '#command/watch/most-topics.ts';
import { decideAnew } from '#delivery/decide-anew.ts';
import { endWatching } from '#delivery/end-watching.ts';
import { isKeptFor, keepUp, leaveToWatch } from '#delivery/keep-up.ts';
import { oweMute } from '#delivery/owe-mute.ts';
import { restoreWatch } from '#delivery/restore-watch.ts';
import { takeUpAgain } from '#delivery/take-up-again.ts';
import type { FeedId } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Stores } from '#ledger.ts';
import { type ChannelSettings, calmSettings } from '#subscription/channel-settings.ts';

/** Thrown inside a transaction, so that nothing of it is kept: what the change left behind is no longer there. */
export class ChangedSince extends Error {
  override readonly name = 'ChangedSince';

  constructor() {
    super('Somebody has changed this since.');
  }
}

/** Thrown inside a transaction as well: the channel watches as much as one may by now. */
export class ChannelIsFull extends Error {
  override readonly name = 'ChannelIsFull';
  readonly channel: ChannelId;

  constructor(channel: ChannelId) {
    super('The channel watches as much as one may.');
    this.channel = channel;
  }
}

/** Thrown inside a transaction as well: so does the workspace. */
export class WorkspaceIsFull extends Error {
  override readonly name = 'WorkspaceIsFull';

  constructor() {
    super('The workspace watches as much as one may.');
  }
}

/** In which workspace something is taken back, and when; and how much that one may watch. */
type Surroundings = {
  readonly workspace: WorkspaceId;
  readonly now: Date;
  readonly mostWatches?: number | undefined;
};

/**
 * Takes a change back, inside a transaction. Throws `ChangedSince` where something else stands there by now, and
 * `ChannelIsFull` or `WorkspaceIsFull` where a watch that would come back has no room.
 */
export async function takeBack(inverse: Inverse, stores: Stores, at: Surroundings): Promise<void> {
  switch (inverse.kind) {
    case 'remove-watch':
      return takeWatchAway(inverse, stores, at);
    case 'restore-watch':
      return giveWatchBack(inverse, stores, at);
    case 'keep-up':
      await keepUp(inverse.watch, inverse.stories, stores, at.now);
      return;
    case 'change-watch':
      return changeWatchBack(inverse, stores, at);
    case 'settings':
      return changeSettingsBack(inverse, stores, at);
    case 'policy': {
      const now = (await stores.workspaces.findPolicy(at.workspace)) ?? openPolicy;
      onlyIf(isDeepStrictEqual(now, inverse.after));
      return stores.workspaces.savePolicy(at.workspace, inverse.before);
    }
    case 'mute':
      return changeMuteBack(inverse, stores, at);
    case 'show':
    case 'hide':
      return hideOrShow(inverse, stores, at);
    case 'remove-feeds':
      return removeFeeds(inverse.feeds, stores, at);
    case 'restore-feeds':
      return restoreFeeds(inverse.feeds, stores, at);
    case 'put-back':
      return onlyIf(await putBack(inverse.key, inverse, stores, at.now));
    case 'remove-sample':
      return onlyIf(await takeSampleAway(inverse, stores, at.now));
    case 'all': {
      const room = bringsMore(inverse.of) ? at : { ...at, mostWatches: undefined };
      for (const one of inverse.of.toReversed()) await takeBack(one, stores, room);
    }
  }
}

/** What was moved counts as often as before, however few the workspace may watch by now. */
function bringsMore(inverses: readonly Inverse[]): boolean {
  const countOf = (wanted: Inverse['kind']): number => inverses.filter(({ kind }) => kind === wanted).length;
  return countOf('restore-watch') > countOf('remove-watch');
}

type Of<Kind extends Inverse['kind']> = Extract<Inverse, { readonly kind: Kind }>;

function onlyIf(isAsItWasLeft: boolean): void {
  if (!isAsItWasLeft) throw new ChangedSince();
}

async function takeWatchAway(
  { watch, after }: Of<'remove-watch'>,
  stores: Stores,
  { now }: Surroundings,
): Promise<void> {
  const known = await stores.subscriptions.find(watch);
  onlyIf(after === undefined || isDeepStrictEqual(known, after));
  onlyIf(known !== undefined && (await endWatching(known, stores, now)) !== undefined);
}

/** Its stories stand where they stood; what came meanwhile was for nobody. */
async function giveWatchBack(
  { watch, stories, kept = [] }: Of<'restore-watch'>,
  stores: Stores,
  { now, workspace, mostWatches = Number.POSITIVE_INFINITY }: Surroundings,
): Promise<void> {
  for (const story of kept) {
    const post = await stores.deliveries.findPost(watch.channel, story);
    onlyIf(post === undefined || isKeptFor(post, watch));
  }
  const has = await stores.subscriptions.listByChannel(watch.channel);
  if (has.length >= MOST_TOPICS) throw new ChannelIsFull(watch.channel);
  if ((await stores.subscriptions.listByWorkspace(workspace)).length >= mostWatches)
    throw new WorkspaceIsFull();
  onlyIf((await restoreWatch(watch, stores, now)) === 'restored');
  for (const { story, state, at } of stories)
    await stores.subscriptions.setStoryState(watch.id, story, state, new Date(at));
  await leaveToWatch(
    watch,
    stories.map(({ story }) => story),
    stores.deliveries,
  );
  await takeUpAgain(watch.channel, stories, stores.deliveries, now);
}

async function changeWatchBack(
  { before, after }: Of<'change-watch'>,
  { subscriptions, deliveries }: Stores,
  { now }: Surroundings,
): Promise<void> {
  onlyIf(isDeepStrictEqual(await subscriptions.find(after.id), after));
  await subscriptions.update(before);
  await decideAnew(before.channel, deliveries, now);
}

/** Whether the setting of this name is another in both. */
const differs = (one: ChannelSettings, other: ChannelSettings, name: string): boolean =>
  !isDeepStrictEqual(new Map(Object.entries(one)).get(name), new Map(Object.entries(other)).get(name));

/** Only what was changed then: what somebody has set beside it since stays. */
async function changeSettingsBack(
  { before, after }: Of<'settings'>,
  { subscriptions, deliveries }: Stores,
  { now }: Surroundings,
): Promise<void> {
  const { channel } = after;
  const standing = (await subscriptions.findSettings(channel)) ?? calmSettings(channel);
  const wasChanged = (name: string): boolean => differs(before, after, name);
  onlyIf(
    !Object.keys({ ...before, ...after }).some((name) => wasChanged(name) && differs(standing, after, name)),
  );
  const settings = [
    ...Object.entries(standing).filter(([name]) => !wasChanged(name)),
    ...Object.entries(before).filter(([name]) => wasChanged(name)),
  ];
  await subscriptions.saveSettings({ ...calmSettings(channel), ...Object.fromEntries(settings) });
  await decideAnew(channel, deliveries, now);
}

async function changeMuteBack(
  { channel, story, before, after }: Of<'mute'>,
  { subscriptions, deliveries, workspaces }: Stores,
  { now }: Surroundings,
): Promise<void> {
  onlyIf(isDeepStrictEqual(await subscriptions.findMute(channel, story), after));
  if (before === undefined) await subscriptions.removeMute(channel, story);
  else await subscriptions.saveMute(before);
  const shown = await workspaces.findChannel(channel);
  if (shown !== undefined) await oweMute({ channel: shown, story, mute: before }, deliveries, now);
}

async function hideOrShow(
  { kind, story, hidden }: Of<'show' | 'hide'>,
  stores: Stores,
  { workspace, now }: Surroundings,
): Promise<void> {
  onlyIf(kind === 'hide' ? await stores.hidden.hide(hidden) : await stores.hidden.show(hidden));
  await stores.rulings.ask({ decision: { kind: 'retell', story, workspace }, by: hidden.by, at: now });
}

async function removeFeeds(
  ids: readonly FeedId[],
  { ownFeeds, feeds }: Stores,
  { workspace, now }: Surroundings,
): Promise<void> {
  for (const id of ids) {
    const own = await ownFeeds.find(workspace, id);
    onlyIf(own !== undefined && own.removedAt === undefined);
    await ownFeeds.remove(id, now);
    await feeds.forget(id);
  }
}

async function restoreFeeds(
  ids: readonly FeedId[],
  { ownFeeds, feeds }: Stores,
  { workspace, now }: Surroundings,
): Promise<void> {
  const has = await ownFeeds.listByWorkspace(workspace);
  onlyIf(has.length + ids.length <= MOST_OWN_FEEDS);
  for (const id of ids) {
    const own = await ownFeeds.find(workspace, id);
    if (own?.removedAt === undefined) throw new ChangedSince();
    const { removedAt: _, ...kept } = own;
    await ownFeeds.save(kept);
    await feeds.register([newFeedRecord(kept.feed, now)]);
  }
}
