import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { ChannelId } from '#kernel/id.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { Rhythm } from '#subscription/rhythm.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import type { Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import { lastDigestAt } from '#subscription/zoned-times.ts';

/** A digest whose hour has come, of the subscriptions of one channel that share a rhythm. */
export type DueDigest = {
  readonly channel: ChannelId;
  /** Names the rhythm: `weekly 08:00 1`. */
  readonly rhythm: string;
  readonly at: Date;
  readonly subscriptions: readonly Subscription[];
};

/**
 * The last hour of each rhythm that has come, whether its digest was owed before or not; after missed days only the
 * last. A rhythm that was chosen after that hour owes nothing for it.
 */
export async function dueDigests(
  {
    subscriptions,
    workspaces,
  }: { readonly subscriptions: SubscriptionStore; readonly workspaces: WorkspaceStore },
  now: Date,
): Promise<readonly DueDigest[]> {
  const awake = (await subscriptions.listDigesting()).filter((one) => !isSilent(one, now));
  const zones = new Map<ChannelId, string>();
  for (const { channel, workspace } of awake) {
    if (zones.has(channel)) continue;
    const { zone } = await settingsOf(channel, await workspaces.find(workspace), subscriptions);
    zones.set(channel, zone);
  }
  const lastOf = rememberedHours(now);
  const due = awake.flatMap((one) => {
    if (one.digest === undefined) return [];
    const at = lastOf(one.digest, zones.get(one.channel) ?? 'UTC');
    const isTooNew = Date.parse(one.digestSince ?? one.createdAt) >= at.getTime();
    return isTooNew ? [] : [{ channel: one.channel, rhythm: rhythmName(one.digest), at, subscription: one }];
  });
  return [...Map.groupBy(due, ({ channel, rhythm }) => `${channel} ${rhythm}`).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ ...first, subscriptions: group.map(({ subscription }) => subscription) }];
  });
}

/** The same for the same rhythm. */
const rhythmName = ({ days, at, weekday }: Rhythm): string =>
  [days, at, days === 'weekly' ? (weekday ?? 1) : []].flat().join(' ');

/** Thousands of watches share a few rhythms and zones. */
function rememberedHours(now: Date): (rhythm: Rhythm, zone: string) => Date {
  const known = new Map<string, Date>();
  return (rhythm, zone) => {
    const key = `${rhythmName(rhythm)} ${zone}`;
    const hour = known.get(key) ?? lastDigestAt(rhythm, zone, now);
    known.set(key, hour);
    return hour;
  };
}
