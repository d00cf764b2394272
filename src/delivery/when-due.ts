import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryStores } from '#delivery/delivering.ts';
import type { Post } from '#delivery/delivery.ts';
import type { DigestStore } from '#delivery/digest-store.ts';
import { dueAmong } from '#delivery/due-digests.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { forWhomItCounts } from '#subscription/for-whom-it-counts.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import type { Subscription, SubscriptionId } from '#subscription/subscription.ts';
import { type WhenToPost, whenToPost } from '#subscription/when-to-post.ts';

/**
 * Decides about a card the moment before it would be created: what is late by then, after hours without a connection
 * too, keeps to the quiet hours and the budget of that moment. A channel sends one thing at a time, so none is counted
 * too few.
 */
export async function whenDue(
  post: Post,
  channel: ChannelRef,
  { deliveries, subscriptions, workspaces, digests }: DeliveryStores,
  now: Date,
): Promise<WhenToPost> {
  const usedSince = (ms: number) =>
    deliveries.usageSince(channel.id, new Date(now.getTime() - ms), now, post.key);
  const hour = await usedSince(HOUR_MS);
  const day = await usedSince(DAY_MS);
  const ofChannel = await subscriptions.listByChannel(channel.id);
  const digesting = ofChannel.filter(({ digest }) => digest !== undefined);
  const settings = await settingsOf(channel.id, await workspaces.find(channel.workspace), subscriptions);
  return whenToPost({
    subscriptions: await forWhomItCounts(channel.id, post.story, subscriptions),
    digesting,
    comeHours: await comeHours(post, withZone(digesting, settings), digests, now),
    ground: post.ground ?? 'one-report',
    settings,
    mute: await subscriptions.findMute(channel.id, post.story),
    usage: { cardsThisHour: hour.cards, pingsThisHour: hour.pings, pingsToday: day.pings },
    now,
  });
}

const withZone = (digesting: readonly Subscription[], { zone }: { readonly zone: string }) =>
  digesting.map((one) => ({ ...one, zone }));

/** A story that was planned before the hour of a digest is told in that one, also where both are a little late. */
async function comeHours(
  { plannedAt }: Post,
  digesting: readonly (Subscription & { readonly zone: string })[],
  digests: DigestStore,
  now: Date,
): Promise<ReadonlyMap<SubscriptionId, Date>> {
  const due = await dueAmong(digesting, digests, now);
  const before = due.filter(({ at }) => plannedAt <= at.toISOString());
  return new Map(before.flatMap(({ at, subscriptions }) => subscriptions.map(({ id }) => [id, at])));
}
