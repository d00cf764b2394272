import type { ChannelRef } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import { afterExpiring } from '#delivery/after-failure.ts';
import { lineAfterArriving, lineAfterSending } from '#delivery/after-sending.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering, DeliveryStores } from '#delivery/delivering.ts';
import type { Digest } from '#delivery/digest.ts';
import { followAttempt } from '#delivery/follow-attempt.ts';
import { lateInQuietUntil } from '#delivery/late-in-quiet.ts';
import { lookFor, mustBeLookedFor } from '#delivery/look-for.ts';
import { afterNotReaching, reachChannel, sentUnder } from '#delivery/reach-channel.ts';
import { type Recorded, recorded } from '#delivery/recorded.ts';
import { standAt } from '#delivery/story-state.ts';
import { isTooLateForNews } from '#delivery/too-late.ts';
import { settingsOf } from '#subscription/settings-of.ts';

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
  return reach.kind === 'reached'
    ? send(digest, reach.channel, reach.messenger, delivering)
    : afterNotReaching(reach, digest.state === 'unknown');
}

async function send(
  digest: Digest,
  channel: ChannelRef,
  messenger: Messenger,
  delivering: Delivering,
): Promise<Consequence<Digest>> {
  const now = delivering.clock();
  if (mustBeLookedFor(digest, messenger, delivering.settling)) {
    const place = { channel, messenger };
    return lookFor(digest, place, delivering, (stored, found) => lineAfterArriving(stored, found.message));
  }
  if (isTooLateForNews(digest, now))
    return { settle: (stored) => afterExpiring(stored, 'it could not be sent in time') };
  const until = await waitsUntil(digest, channel, delivering);
  if (until !== undefined) return { settle: (stored) => afterWaking(stored, until) };

  const outcome = await sentUnder(
    digest.key,
    () => messenger.digest(channel, digest.card, digest.key),
    delivering,
  );
  return {
    answer: { channel, outcome },
    settle: (stored, moment) => lineAfterSending({ ...stored, state: digest.state }, outcome, moment),
  };
}

/** What could not be sent at its hour is not sent in quiet hours. */
async function waitsUntil(
  { plannedAt }: Digest,
  { id, workspace }: ChannelRef,
  { ledger, clock }: Delivering,
): Promise<Date | undefined> {
  const settings = await settingsOf(id, await ledger.workspaces.find(workspace), ledger.subscriptions);
  return lateInQuietUntil(settings, new Date(plannedAt), clock());
}

const afterWaking = (stored: Digest, until: Date): Digest => ({
  ...stored,
  state: 'pending',
  dueAt: until.toISOString(),
  leaseUntil: undefined,
});

/** Stories of a digest are told by it, unless it did not come; one that has a card of its own by now stands by that. */
export async function tellStories(
  { state, channel, stories }: Digest,
  { deliveries, subscriptions }: DeliveryStores,
  now: Date,
): Promise<void> {
  const isLost = state === 'dead' || state === 'expired' || state === 'uncertain';
  for (const story of stories) {
    const post = await deliveries.findPost(channel, story);
    if (post?.state === 'superseded') await standAt(isLost ? state : 'digested', post, subscriptions, now);
  }
}
