import type { DeskFile, DeskFileChannel, DeskFileWatch, DeskFileWorkspace } from '#config/desk-file.ts';
import type { OutletId } from '#feed/outlet.ts';
import { ownFeedAt } from '#feed/own-feed.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Stores } from '#ledger.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ChannelSettings } from '#subscription/channel-settings.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

/** What a desk file brought, and what it did not: `refused` are queries that are no topics here. */
export type TakenIn = {
  readonly watches: number;
  readonly feeds: number;
  readonly settings: number;
  /** Stood there before, and were left as they are. */
  readonly alreadyThere: number;
  readonly refused: readonly { readonly channel: string; readonly query: string; readonly place: number }[];
};

type Tally = { -readonly [Key in keyof TakenIn]: TakenIn[Key] };

/**
 * Brings what a desk file holds into these stores, call it in a transaction. What stands there is never changed, so that
 * the same file may be taken in twice.
 */
export async function takeInDesks(
  { workspaces }: DeskFile,
  stores: Stores,
  lexicon: Lexicon,
): Promise<TakenIn> {
  const tally: Tally = { watches: 0, feeds: 0, settings: 0, alreadyThere: 0, refused: [] };
  for (const workspace of workspaces) await takeInWorkspace(workspace, stores, lexicon, tally);
  return tally;
}

async function takeInWorkspace(
  { feeds, channels, when_uncertain: whenUncertain, ...workspace }: DeskFileWorkspace,
  stores: Stores,
  lexicon: Lexicon,
  tally: Tally,
): Promise<void> {
  const id = workspace.id as WorkspaceId;
  if ((await stores.workspaces.find(id)) === undefined)
    await stores.workspaces.save({ ...workspace, id, ...(whenUncertain && { whenUncertain }) });
  for (const { url, name, language, since, by } of feeds) {
    const told = { workspace: id, url, name, addedAt: since, addedBy: by };
    const ownFeed = ownFeedAt({ ...told, ...(language !== undefined && { language }) });
    const standing = await stores.ownFeeds.find(id, ownFeed.feed.id);
    if (standing !== undefined && standing.removedAt === undefined) {
      tally.alreadyThere += 1;
      continue;
    }
    await stores.ownFeeds.save(ownFeed);
    tally.feeds += 1;
  }
  for (const channel of channels) {
    await takeInChannel(channel, { ...workspace, id }, { stores, lexicon, tally });
  }
}

type Means = { readonly stores: Stores; readonly lexicon: Lexicon; readonly tally: Tally };

async function takeInChannel(
  { settings, watches, address, name, ...channel }: DeskFileChannel,
  { id: workspace, platform }: Pick<DeskFileWorkspace, 'platform'> & { readonly id: WorkspaceId },
  { stores, lexicon, tally }: Means,
): Promise<void> {
  const id = channel.id as ChannelId;
  if ((await stores.workspaces.findChannel(id)) === undefined) {
    await stores.workspaces.saveChannel({ id, workspace, platform, address, name });
  }
  if (settings !== undefined && (await stores.subscriptions.findSettings(id)) === undefined) {
    await stores.subscriptions.saveSettings(settingsFrom(id, settings));
    tally.settings += 1;
  } else if (settings !== undefined) tally.alreadyThere += 1;

  for (const watch of watches) {
    const parsed = parseQuery(watch.query, lexicon);
    if (parsed.kind !== 'topic') {
      const { place } = parsed.problem;
      tally.refused = [...tally.refused, { channel: name, query: watch.query, place }];
      continue;
    }
    await stores.topics.save(parsed.topic);
    const added = await stores.subscriptions.add(subscriptionFrom(watch, parsed.topic, { id, workspace }));
    if (added === 'added') tally.watches += 1;
    else tally.alreadyThere += 1;
  }
}

const settingsFrom = (
  channel: ChannelId,
  settings: NonNullable<DeskFileChannel['settings']>,
): ChannelSettings => ({
  channel,
  ...(settings.zone !== undefined && { zone: settings.zone }),
  ...(settings.quiet !== undefined && { quiet: settings.quiet }),
  cardsAnHour: settings.cards_an_hour,
  pingsAnHour: settings.pings_an_hour,
  pingsADay: settings.pings_a_day,
  ...(settings.when_uncertain !== undefined && { whenUncertain: settings.when_uncertain }),
});

function subscriptionFrom(
  watch: DeskFileWatch,
  topic: Topic,
  channel: { readonly id: ChannelId; readonly workspace: WorkspaceId },
): Subscription {
  const { digest, needs, mention } = watch;
  return {
    id: subscriptionId(channel.id, topic.id),
    workspace: channel.workspace,
    channel: channel.id,
    topic: topic.id,
    name: watch.name,
    createdAt: watch.since,
    createdBy: watch.by,
    isPaused: watch.paused === true,
    ...(mention !== undefined && { mention }),
    ...(watch.muted_until !== undefined && { mutedUntil: watch.muted_until }),
    ...(watch.urgent === true && { isUrgent: true }),
    ...(needs !== undefined && { needs }),
    ...(digest !== undefined && { digest: { days: digest.days, at: digest.at, ...weekdayOf(digest) } }),
    ...(watch.digest_since !== undefined && { digestSince: watch.digest_since }),
    ...(watch.digest_related === true && { digestsRelated: true }),
    ...(watch.in_thread === true && { inThread: true }),
    ...(watch.languages !== undefined && { languages: watch.languages }),
    ...(watch.outlets !== undefined && {
      outlets: { are: watch.outlets.are, outlets: watch.outlets.outlets as OutletId[] },
    }),
    ...(watch.without_lines === true && { isWithoutLines: true }),
  };
}

const weekdayOf = ({ weekday }: { readonly weekday?: number | undefined }) =>
  weekday === undefined ? {} : { weekday };
