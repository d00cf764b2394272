import type { Card } from '#card/card.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Post } from '#delivery/delivery.ts';
import { postKey } from '#delivery/delivery-key.ts';
import { DELETED, wasDeleted, wasDropped } from '#delivery/owed-message.ts';
import { plannedToBeLookedFor } from '#delivery/restore.ts';
import { wasTakenBack } from '#delivery/sample-taken-back.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { StoryId } from '#story/story.ts';
import type { Ground } from '#subscription/ground.ts';

/** Gives changes that arrive together the time to become one edit. */
export const MATERIAL_DELAY_MS = 10 * SECOND_MS;
/** Platforms limit edits, the more so of messages older than an hour (Discord: code 30046). */
const COUNTS_DELAY_FIRST_HOUR_MS = 5 * MINUTE_MS;
const COUNTS_DELAY_LATER_MS = 30 * MINUTE_MS;

/** A card to be shown in a channel, and what stands there so far. */
export type PostPlan = {
  readonly existing?: Post | undefined;
  readonly channel: ChannelRef;
  readonly story: StoryId;
  readonly card: Card;
  readonly cardHash: string;
  /**
   * A side spoke, or a confirmation, denial, correction or withdrawal, or a person waits for it; otherwise only counts
   * and times moved.
   */
  readonly isMaterial: boolean;
  /** It is a denial, correction or withdrawal: owed to whoever saw the card, however its last edit ended. */
  readonly takesBack: boolean;
  readonly mention?: string | undefined;
  /** What the story rests on; told anew it may meet what a watch waits for. */
  readonly ground?: Ground;
  /** The channel is told of this story at once, not in a digest. */
  readonly isAtOnce?: boolean;
  /** A watch meets this story only now. */
  readonly isJoined?: boolean;
  /** What is told may stand in the channel since then, not known here. */
  readonly mayStandSince?: string | undefined;
  readonly now: Date;
};

/**
 * The post to save, or nothing when the channel already has, or is owed, this very card, or when its post has come
 * to an end. What takes something back tries again wherever a card stands, and a card that came too late, or that its platform
 * never took, is no reason to keep back what is new. A card not posted yet keeps its place; edits between are never sent, the newest is.
 */
export function planPost(plan: PostPlan): Post | undefined {
  const { existing } = plan;
  if (existing === undefined) return newPost(plan);
  if (isWithoutCard(existing)) return decidedAnew(existing, plan);
  if (plan.takesBack && mayStandUnseen(existing)) return freshCard(existing, plan);
  if (plan.isMaterial && (isTooLateUnseen(existing) || (isGivenUpUnseen(existing) && !plan.takesBack)))
    return { ...newPost(plan), wanted: existing.wanted + 1 };
  if (existing.cardHash === plan.cardHash) return undefined;
  if (hasEnded(existing) && !(plan.takesBack && stillStands(existing))) return undefined;

  const raised = {
    ...existing,
    ...mentionOf(existing, plan),
    wanted: existing.wanted + 1,
    card: plan.card,
    cardHash: plan.cardHash,
  };
  if (!isOwed(existing)) {
    return {
      ...raised,
      state: 'pending',
      attempts: 0,
      plannedAt: plan.now.toISOString(),
      dueAt: editDueAt(plan),
    };
  }
  // What takes something back is owed for its own time, not for what is left of an older edit's.
  const plannedAt = plan.takesBack && stillStands(existing) ? plan.now.toISOString() : existing.plannedAt;
  // While it is being sent its own due time is spent: what stands there is when the edit after it is due.
  return {
    ...raised,
    plannedAt,
    dueAt: existing.state === 'sending' ? editDueAt(plan) : sooner(existing, plan),
  };
}

/**
 * Whether nothing will be sent for this post any more. An edit that expired, or that its platform refused, may be followed
 * by a newer one: a channel that was gone may be back.
 */
export function hasEnded(post: Post): boolean {
  switch (post.state) {
    case 'cancelled':
    case 'superseded':
    case 'uncertain':
      return true;
    case 'dead':
      return post.message === undefined || wasDropped(post);
    case 'expired':
      return post.message === undefined;
    case 'pending':
    case 'sending':
    case 'unknown':
    case 'held':
    case 'sent':
      return false;
  }
}

/** Whether something is still to be sent for this post. */
function isOwed({ state }: Post): boolean {
  switch (state) {
    case 'pending':
    case 'sending':
    case 'unknown':
    case 'held':
      return true;
    case 'sent':
    case 'superseded':
    case 'cancelled':
    case 'expired':
    case 'uncertain':
    case 'dead':
      return false;
  }
}

/** Whether a card stands in the channel that we may still change, in whatever way its last edit ended. */
export const stillStands = ({ message, state }: Post): boolean =>
  message !== undefined && state !== 'cancelled' && state !== 'superseded';

/** Whether a card stands in the channel or is on its way there: whoever reads along may have seen it. */
export const mayBeSeen = (post: Post): boolean => post.message !== undefined || isOnItsWay(post);

/** Whether a card that is not known to stand may do so this moment. */
export const isOnItsWay = ({ message, state }: Post): boolean =>
  message === undefined && (state === 'sending' || state === 'unknown');

/** Nobody knows whether this card stands: people may have read what it says. */
const mayStandUnseen = ({ state, message }: Post): boolean => state === 'uncertain' && message === undefined;

/** Nobody has seen this card, because it could not be posted in time. */
const isTooLateUnseen = ({ state, message }: Post): boolean => state === 'expired' && message === undefined;

/** Nobody has seen this card, because its platform did not take it; what a person dropped is another matter. */
const isGivenUpUnseen = (post: Post): boolean =>
  post.state === 'dead' && post.message === undefined && !wasDropped(post);

/** What is taken back is said, also where the card that said it can be neither found nor edited: by a second one. */
const freshCard = (existing: Post, { card, cardHash, now }: PostPlan): Post => ({
  ...existing,
  wanted: existing.wanted + 1,
  card,
  cardHash,
  state: 'pending',
  plannedAt: now.toISOString(),
  dueAt: now.toISOString(),
  attempts: 0,
  firstSentAt: undefined,
  repeats: (existing.repeats ?? 0) + 1,
});

/** Held, told among others, or muted, but not deleted: when it is told is decided anew whenever there is more to tell. */
export const isWithoutCard = (post: Post): boolean =>
  post.message === undefined && MAY_BE_TOLD_YET.has(post.state) && !wasDeleted(post);

const MAY_BE_TOLD_YET: ReadonlySet<Post['state']> = new Set(['held', 'superseded', 'cancelled']);

/**
 * A story that was told among others gets a card of its own only where something material moved: counts alone are
 * another digest's. What is held keeps its hour, which may come sooner now.
 */
function decidedAnew(existing: Post, plan: PostPlan): Post | undefined {
  const isSame = existing.cardHash === plan.cardHash && existing.ground === plan.ground;
  const isWaitedForAnew = existing.state === 'held' && plan.isJoined === true;
  if (isSame && existing.state !== 'cancelled' && !isWaitedForAnew) return undefined;
  if (existing.state === 'superseded' && plan.isAtOnce === true && !plan.isMaterial) return undefined;
  const anew = { ...newPost(plan), wanted: existing.wanted + 1 };
  if (wasTakenBack(existing)) return existing.dueAt > anew.dueAt ? { ...anew, dueAt: existing.dueAt } : anew;
  if (!keepsItsHour(existing, plan)) return anew;
  const { card, cardHash, ground, mention, wanted } = anew;
  return { ...existing, card, cardHash, wanted, ...(ground && { ground }), ...(mention && { mention }) };
}

/**
 * Whether a story stays with the digest it is held for: let go around its hour it would be told a digest later. Before
 * that hour it may still come sooner, by a watch that is new to it or told at once; afterwards only by one that is both.
 */
function keepsItsHour(
  { state, heldFor, dueAt }: Post,
  { isAtOnce = true, isJoined = false, now }: PostPlan,
): boolean {
  if (state !== 'held' || heldFor !== 'digest') return false;
  return dueAt <= now.toISOString() ? !(isAtOnce && isJoined) : !isAtOnce && !isJoined;
}

/** A card that is not sent yet calls whom its watches want called by now. */
const mentionOf = ({ state, message }: Post, { mention }: PostPlan): Pick<Post, 'mention'> =>
  state === 'pending' && message === undefined && mention !== undefined ? { mention } : {};

/** The post of a card that is never to come, as if it had been posted and deleted. */
export const endedUnposted = (
  plan: Pick<PostPlan, 'channel' | 'story' | 'card' | 'cardHash' | 'now'>,
): Post => ({
  ...newPost({ ...plan, isMaterial: false, takesBack: false }),
  state: 'cancelled',
  reason: DELETED,
});

function newPost(plan: PostPlan): Post {
  const { channel, story, card, cardHash, mention, ground, mayStandSince, now } = plan;
  return {
    key: postKey(channel, story),
    channel: channel.id,
    story,
    wanted: 1,
    shown: 0,
    card,
    cardHash,
    state: 'pending',
    plannedAt: now.toISOString(),
    dueAt: now.toISOString(),
    attempts: 0,
    ...(mention !== undefined && { mention }),
    ...(ground !== undefined && { ground }),
    ...(mayStandSince !== undefined && plannedToBeLookedFor(mayStandSince, now)),
  };
}

function editDueAt({ existing, isMaterial, now }: PostPlan): string {
  return new Date(
    now.getTime() + (isMaterial ? MATERIAL_DELAY_MS : countsDelayMs(existing, now)),
  ).toISOString();
}

function countsDelayMs(existing: Post | undefined, now: Date): number {
  const postedAt = existing?.postedAt === undefined ? now.getTime() : Date.parse(existing.postedAt);
  return now.getTime() - postedAt < HOUR_MS ? COUNTS_DELAY_FIRST_HOUR_MS : COUNTS_DELAY_LATER_MS;
}

/** A first posting keeps its time, and so does a retry: the platform's patience is not ours to shorten. */
function sooner(existing: Post, plan: PostPlan): string {
  if (existing.message === undefined || existing.attempts > 0) return existing.dueAt;
  const dueAt = editDueAt(plan);
  return dueAt < existing.dueAt ? dueAt : existing.dueAt;
}
