import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryStores } from '#delivery/delivering.ts';
import type { Post } from '#delivery/delivery.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import { type WhenToPost, whenToPost } from '#subscription/when-to-post.ts';

/**
 * Decides about a card the moment before it would be created: what is late by then, after hours without a connection
 * too, keeps to the quiet hours and the budget of that moment. A channel sends one thing at a time, so none is counted
 * too few.
 */
export async function whenDue(
  post: Post,
  channel: ChannelRef,
  { deliveries, subscriptions, workspaces }: DeliveryStores,
  now: Date,
): Promise<WhenToPost> {
  const usedSince = (ms: number) => deliveries.usageSince(channel.id, new Date(now.getTime() - ms), post.key);
  const hour = await usedSince(HOUR_MS);
  const day = await usedSince(DAY_MS);
  const ofChannel = await subscriptions.listByChannel(channel.id);
  return whenToPost({
    subscriptions: await subscriptions.listForStory(channel.id, post.story),
    digesting: ofChannel.filter(({ digest }) => digest !== undefined),
    ground: post.ground ?? 'one-report',
    settings: await settingsOf(channel.id, await workspaces.find(channel.workspace), subscriptions),
    mute: await subscriptions.findMute(channel.id, post.story),
    usage: { cardsThisHour: hour.cards, pingsThisHour: hour.pings, pingsToday: day.pings },
    now,
  });
}
