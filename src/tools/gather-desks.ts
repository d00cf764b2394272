import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { DeskFile, DeskFileChannel, DeskFileWatch, DeskFileWorkspace } from '#config/desk-file.ts';
import type { Stores } from '#ledger.ts';
import type { ChannelSettings } from '#subscription/channel-settings.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** What the people of every workspace have set up, as it stands in these stores. */
export async function gatherDesks(stores: Stores, now: Date): Promise<DeskFile> {
  const workspaces: DeskFileWorkspace[] = [];
  for (const workspace of await stores.workspaces.list()) {
    workspaces.push(await gatherWorkspace(workspace, stores));
  }
  return { written: now.toISOString(), workspaces };
}

async function gatherWorkspace(workspace: Workspace, stores: Stores): Promise<DeskFileWorkspace> {
  const { id, platform, name, languages, zone, whenUncertain } = workspace;
  const ownFeeds = await stores.ownFeeds.listByWorkspace(id);
  const channels: DeskFileChannel[] = [];
  for (const channel of await stores.workspaces.listChannels(id)) {
    channels.push(await gatherChannel(channel, stores));
  }
  return {
    id,
    platform,
    name,
    languages: [...languages],
    zone,
    ...(whenUncertain !== undefined && { when_uncertain: whenUncertain }),
    feeds: ownFeeds.map(({ feed, name: called, addedAt, addedBy }) => ({
      url: feed.url,
      name: called,
      ...(feed.language !== undefined && { language: feed.language }),
      since: addedAt,
      by: addedBy,
    })),
    channels,
  };
}

async function gatherChannel({ id, address, name }: ChannelRef, stores: Stores): Promise<DeskFileChannel> {
  const settings = await stores.subscriptions.findSettings(id);
  const watches: DeskFileWatch[] = [];
  for (const subscription of await stores.subscriptions.listByChannel(id)) {
    const query = (await stores.topics.findWritten(subscription.topic)) ?? subscription.name;
    watches.push(watchOf(subscription, query));
  }
  return { id, address, name, ...(settings && { settings: settingsOf(settings) }), watches };
}

const settingsOf = (settings: ChannelSettings): NonNullable<DeskFileChannel['settings']> => ({
  ...(settings.zone !== undefined && { zone: settings.zone }),
  ...(settings.quiet !== undefined && { quiet: { from: settings.quiet.from, to: settings.quiet.to } }),
  cards_an_hour: settings.cardsAnHour,
  pings_an_hour: settings.pingsAnHour,
  pings_a_day: settings.pingsADay,
  ...(settings.whenUncertain !== undefined && { when_uncertain: settings.whenUncertain }),
});

const watchOf = (subscription: Subscription, query: string): DeskFileWatch => ({
  query,
  name: subscription.name,
  since: subscription.createdAt,
  by: subscription.createdBy,
  ...(subscription.mention !== undefined && { mention: subscription.mention }),
  ...(subscription.isPaused && { paused: true }),
  ...(subscription.mutedUntil !== undefined && { muted_until: subscription.mutedUntil }),
  ...(subscription.isUrgent === true && { urgent: true }),
  ...(subscription.needs !== undefined && { needs: subscription.needs }),
  ...(subscription.digest !== undefined && { digest: subscription.digest }),
  ...(subscription.digestSince !== undefined && { digest_since: subscription.digestSince }),
  ...(subscription.digestsRelated === true && { digest_related: true }),
  ...(subscription.inThread === true && { in_thread: true }),
  ...(subscription.languages !== undefined && { languages: [...subscription.languages] }),
  ...(subscription.outlets !== undefined && {
    outlets: { are: subscription.outlets.are, outlets: [...subscription.outlets.outlets] },
  }),
  ...(subscription.isWithoutLines === true && { without_lines: true }),
});
