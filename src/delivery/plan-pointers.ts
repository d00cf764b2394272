import { type Change, takesBack } from '#card/change.ts';
import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import { pointerKey } from '#delivery/delivery-key.ts';
import { hasEnded, MATERIAL_DELAY_MS, mayBeSeen, stillStands } from '#delivery/plan-post.ts';
import { plannedToBeLookedFor } from '#delivery/restore.ts';
import type { StoryId } from '#story/story.ts';

/** What changed, where, and since when that may have been said already without being known here. */
export type PointersPlan = {
  readonly channel: ChannelRef;
  readonly changes: readonly Change[];
  readonly mayStandSince?: string | undefined;
  /** Whom the card and the lines under it have called; absent where only the card may have. */
  readonly called?: readonly string[];
  readonly now: Date;
};

/**
 * One pointer for each change of a story that a channel has seen, or may be seeing this moment. None for a post
 * never shown: its card will say it all. For a post that has ended only what takes back what it shows. The same change always gives the same key, so that it is said once.
 */
export function planPointers(
  post: Post | undefined,
  { channel, changes, mayStandSince, called, now }: PointersPlan,
): readonly Pointer[] {
  if (post === undefined || !mayBeSeen(post)) return [];
  const mention = called === undefined ? post.mention : called.join(' ') || undefined;
  // Together with the edit it speaks of: a channel sends its due edit first.
  const dueAt = new Date(now.getTime() + MATERIAL_DELAY_MS).toISOString();
  const owed = hasEnded(post) ? changes.filter((change) => takesBack(change) && stillStands(post)) : changes;
  return owed.map((change) => ({
    ...newPointer({ channel, story: post.story, change: change.key, line: change.line, now }),
    dueAt,
    ...(mayStandSince !== undefined && plannedToBeLookedFor(mayStandSince, now)),
    // Whoever was called by a claim is called again when it does not hold.
    ...(takesBack(change) && mention !== undefined && { mention }),
  }));
}

/** A pointer that is due now. */
export function newPointer(owed: {
  readonly channel: ChannelRef;
  readonly story: StoryId;
  readonly change: string;
  readonly line: Phrase;
  readonly now: Date;
}): Pointer {
  return {
    key: pointerKey(owed.channel, owed.story, owed.change),
    channel: owed.channel.id,
    story: owed.story,
    change: owed.change,
    line: owed.line,
    state: 'pending',
    plannedAt: owed.now.toISOString(),
    dueAt: owed.now.toISOString(),
    attempts: 0,
  };
}

/** A pointer whose card does not stand, or stands no more: it is not said. */
export const withoutCard = (pointer: Pointer): Pointer => ({
  ...pointer,
  state: 'cancelled',
  leaseUntil: undefined,
  reason: 'its card does not stand in the channel',
});
