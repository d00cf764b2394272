import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { calledOn, JOINED } from '#delivery/called-on.ts';
import type { Post } from '#delivery/delivery.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { newPointer } from '#delivery/plan-pointers.ts';
import { isOnItsWay, stillStands } from '#delivery/plan-post.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import { mentionOf } from '#subscription/mention-of.ts';
import type { Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

type Stores = { readonly deliveries: DeliveryStore; readonly subscriptions: SubscriptionStore };

/**
 * Owes a line under a card that stands or is on its way, which calls those whom a watch wants called that meets its story only now: each
 * once, and none beyond the channel's budget. Whoever is called by it is called again when the card is taken back.
 */
export async function oweCall(
  {
    channel,
    story,
    joining,
  }: {
    readonly channel: ChannelRef;
    readonly story: StoryId;
    readonly joining: readonly Subscription[];
  },
  stores: Stores,
  now: Date,
): Promise<void> {
  const calling = joining.filter(({ mention, digest }) => mention !== undefined && digest === undefined);
  if (calling.length === 0) return;
  const { deliveries } = stores;
  const post = await deliveries.findPost(channel.id, story);
  if (post === undefined) return;
  const called = new Set(calledOn(post, await deliveries.pointersOf(channel.id, story)));
  const anew = calling.filter(({ mention = '' }) => !called.has(mention));
  const mention = mentionOf(anew);
  if (mention === undefined) return;
  if (isUnsent(post)) return deliveries.savePost({ ...post, mention: [...called, mention].join(' ') });
  // What is being sent this moment calls those of a moment ago: the line waits for the card.
  if (!(stillStands(post) || isOnItsWay(post)) || !(await mayCall(channel.id, stores, now))) return;

  const change = `${JOINED}${mention}`;
  const line = joinedLine(post.card, [...new Set(anew.map(({ name }) => name))]);
  const pointer = newPointer({ channel, story, change, line, now });
  if ((await deliveries.findPointer(pointer.key)) !== undefined) return;
  await deliveries.savePointer({ ...pointer, mention });
}

/** Whether its own message will call, as far as the budget of that moment lets it. */
const isUnsent = ({ state, message }: Post): boolean => state === 'pending' && message === undefined;

/** Lines that call are counted as cards that do. */
async function mayCall(
  channel: ChannelId,
  { deliveries, subscriptions }: Stores,
  now: Date,
): Promise<boolean> {
  const usedSince = (ms: number) => deliveries.usageSince(channel, new Date(now.getTime() - ms), now);
  const { pingsAnHour, pingsADay } = (await subscriptions.findSettings(channel)) ?? calmSettings(channel);
  const hour = await usedSince(HOUR_MS);
  const day = await usedSince(DAY_MS);
  return hour.pings < pingsAnHour && day.pings < pingsADay;
}

function joinedLine({ language, headline, status }: Card, topics: readonly string[]): Phrase {
  const isFrench = language === 'fr';
  const quoted = topics.map((topic) => (isFrench ? `« ${topic} »` : `“${topic}”`));
  const lead = isFrench ? 'Concerne désormais aussi' : 'Now also on';
  return [
    text(`${lead} ${quoted.join(', ')}${isFrench ? ' : ' : ': '}${headline} · `),
    ...status.filter(({ kind }) => kind !== 'source'),
  ];
}
