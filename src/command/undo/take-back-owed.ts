import type { DeliveryKey } from '#channel/messenger.ts';
import { tellStories } from '#delivery/deliver-digest.ts';
import type { Attempted, HeldFor, Post } from '#delivery/delivery.ts';
import { oweRemoval } from '#delivery/owe-removal.ts';
import type { OwedMessage } from '#delivery/owed-message.ts';
import { TAKEN_BACK } from '#delivery/sample-taken-back.ts';
import { standAt, storyStateAfter } from '#delivery/story-state.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Stores } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import type { StoryState, SubscriptionId } from '#subscription/subscription.ts';

/** Where a message stood that somebody had sent again or dropped. */
export type StoodAt = Pick<
  Attempted,
  'state' | 'plannedAt' | 'dueAt' | 'attempts' | 'reason' | 'repeats' | 'firstSentAt' | 'mayStandSince'
> & { readonly heldFor?: HeldFor | undefined };

/** Where a message stands, as it is kept to put it back there. */
export const whereItStands = ({ row }: OwedMessage): StoodAt => ({
  state: row.state,
  plannedAt: row.plannedAt,
  dueAt: row.dueAt,
  attempts: row.attempts,
  reason: row.reason,
  repeats: row.repeats,
  firstSentAt: row.firstSentAt,
  mayStandSince: row.mayStandSince,
  ...('heldFor' in row && { heldFor: row.heldFor }),
});

/**
 * Puts a message back where it stood. False, and nothing is changed, where it does not stand any more where it was put:
 * it is on its way, or has arrived.
 */
export async function putBack(
  key: DeliveryKey,
  { before, after }: { readonly before: StoodAt; readonly after: StoodAt },
  stores: Stores,
  now: Date,
): Promise<boolean> {
  const owed = await stores.owed.find(key);
  if (owed === undefined || owed.row.state !== after.state || owed.row.plannedAt !== after.plannedAt)
    return false;
  // What is not kept in JSON was not there.
  const { heldFor, reason, repeats, firstSentAt, mayStandSince, ...always } = before;
  const stood = { ...always, reason, repeats, firstSentAt, mayStandSince, leaseUntil: undefined };
  switch (owed.kind) {
    case 'card': {
      const row = { ...owed.row, ...stood, heldFor };
      await stores.deliveries.savePost(row);
      if (row.message === undefined)
        await standAt(storyStateAfter(row) ?? 'posted', row, stores.subscriptions, now);
      return true;
    }
    case 'line':
      await stores.deliveries.savePointer({ ...owed.row, ...stood });
      return true;
    case 'digest': {
      const row = { ...owed.row, ...stood };
      await stores.digests.save(row);
      await tellStories(row, stores, now);
      return true;
    }
  }
}

/**
 * A sample as it was asked for. `stood`: where its story stood before for the watches that it was counted for; absent in
 * what was kept by Readout before, as is `cardHash`.
 */
type Sample = {
  readonly channel: ChannelId;
  readonly story: StoryId;
  readonly by: string;
  readonly cardHash?: string;
  readonly stood?: StoodBefore;
};

/** Where a story stood for these watches; nowhere, where no state is named. */
export type StoodBefore = readonly { readonly watch: SubscriptionId; readonly state?: StoryState }[];

/**
 * Takes a sample away again, as if it had never been asked for: one that waits is called off, one that stands is removed. False where there is none, it is
 * being sent this moment, or news has made it the story's card.
 */
export async function takeSampleAway(
  { channel, story, by, cardHash, stood }: Sample,
  stores: Stores,
  now: Date,
): Promise<boolean> {
  const post = await stores.deliveries.findPost(channel, story);
  if (post === undefined || post.cardHash !== (cardHash ?? post.cardHash)) return false;
  if (post.message !== undefined) {
    if (!(await oweRemoval(post, by, stores, now, true))) return false;
  } else {
    if (post.state !== 'pending' && post.state !== 'held') return false;
    const end = { state: 'cancelled', heldFor: undefined, reason: TAKEN_BACK, isTakenBack: true } as const;
    await stores.deliveries.savePost({ ...post, ...end });
  }
  await standAsBefore(stood, post, stores, now);
  return true;
}

async function standAsBefore(
  stood: Sample['stood'],
  post: Post,
  { subscriptions }: Stores,
  now: Date,
): Promise<void> {
  if (stood === undefined) return standAt('muted', post, subscriptions, now);
  for (const { watch, state } of stood) {
    if (state === undefined) await subscriptions.forgetStoryState(watch, post.story);
    else await subscriptions.setStoryState(watch, post.story, state, now);
  }
}
