import type { ChannelRef } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import { afterFailure, afterNoAttempt, givenUp } from '#delivery/after-failure.ts';
import { lineAfterArriving } from '#delivery/after-sending.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering, DeliveryStores } from '#delivery/delivering.ts';
import type { Digest } from '#delivery/digest.ts';
import { followAttempt } from '#delivery/follow-attempt.ts';
import { lookFor, mustBeLookedFor } from '#delivery/look-for.ts';
import { CHANNEL_GONE, guarded, reachChannel } from '#delivery/reach-channel.ts';
import { type Recorded, recorded } from '#delivery/recorded.ts';
import { standAt } from '#delivery/story-state.ts';
import { isTooLateForNews } from '#delivery/too-late.ts';

/** Sends, or looks for, one claimed digest, and writes down what came of it, and where its stories stand by that. */
export async function deliverDigest(claimed: Digest, delivering: Delivering): Promise<Recorded> {
  const { settle, answer } = await attempt(claimed, delivering);
  const moment = { now: delivering.clock(), random: delivering.random() };
  return delivering.ledger.transaction(async (stores) => {
    const stored = await stores.digests.find(claimed.key);
    if (stored === undefined || stored.leaseUntil !== claimed.leaseUntil) return recorded(claimed, false);
    const settled = settle(stored, moment);
    await stores.digests.save(settled);
    await tellStories(settled, stores, moment.now);
    const channel = { id: claimed.channel };
    await followAttempt({ before: stored, after: settled, channel, answer }, stores, moment);
    return recorded(settled, settled.state === 'sent');
  });
}

async function attempt(digest: Digest, delivering: Delivering): Promise<Consequence<Digest>> {
  const reach = await reachChannel(digest.channel, delivering);
  switch (reach.kind) {
    case 'channel-gone':
      return { settle: (stored, moment) => afterFailure(stored, CHANNEL_GONE, moment) };
    case 'no-messenger':
      return {
        settle: (stored, moment) => afterNoAttempt(stored, digest.state === 'unknown', reach.detail, moment),
      };
    case 'reached':
      return send(digest, reach.channel, reach.messenger, delivering);
  }
}

async function send(
  digest: Digest,
  channel: ChannelRef,
  messenger: Messenger,
  delivering: Delivering,
): Promise<Consequence<Digest>> {
  const now = delivering.clock();
  if (mustBeLookedFor(digest, messenger, now)) {
    const place = { channel, messenger };
    return lookFor(digest, place, delivering, (stored, found) => lineAfterArriving(stored, found.message));
  }
  if (isTooLateForNews(digest, now)) return { settle: expired };

  const outcome = await guarded(() => messenger.digest(channel, digest.card, digest.key), delivering);
  return {
    answer: { channel, outcome },
    settle: (stored, moment) =>
      outcome.kind === 'sent'
        ? lineAfterArriving(stored, outcome.message)
        : afterFailure(stored, outcome, moment),
  };
}

const expired = (digest: Digest): Digest => ({
  ...digest,
  ...givenUp(digest, 'expired'),
  leaseUntil: undefined,
  reason: ['it could not be sent in time', digest.reason ?? []].flat().join(': '),
});

/** Stories of a digest that did not come are not told; one that has a card of its own by now is. */
export async function tellStories(
  { state, channel, stories }: Digest,
  { deliveries, subscriptions }: DeliveryStores,
  now: Date,
): Promise<void> {
  if (state !== 'dead' && state !== 'expired' && state !== 'uncertain') return;
  for (const story of stories) {
    const post = await deliveries.findPost(channel, story);
    if (post?.state === 'superseded') await standAt(state, post, subscriptions, now);
  }
}
