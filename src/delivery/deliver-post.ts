import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, EditOutcome, MessageId, Messenger, RemovalOutcome } from '#channel/messenger.ts';
import type { Moment } from '#delivery/after-failure.ts';
import { afterExpiring } from '#delivery/after-failure.ts';
import { afterHolding } from '#delivery/after-holding.ts';
import { keepingRemoval } from '#delivery/after-removal.ts';
import {
  afterCreating,
  afterEditing,
  afterRemoving,
  afterShowing,
  NOTHING_SHOWN,
} from '#delivery/after-sending.ts';
import { closedCardLine } from '#delivery/closed-card-line.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering, DeliveryStores } from '#delivery/delivering.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import { postKey } from '#delivery/delivery-key.ts';
import { followAttempt } from '#delivery/follow-attempt.ts';
import { lookFor, mustBeLookedFor, untilItSettles } from '#delivery/look-for.ts';
import { newPointer } from '#delivery/plan-pointers.ts';
import { afterNotReaching, guarded, reachChannel, sentUnder } from '#delivery/reach-channel.ts';
import type { Recorded } from '#delivery/recorded.ts';
import { recorded } from '#delivery/recorded.ts';
import { CARD_CLOSED } from '#delivery/speaks-of-its-card.ts';
import { standAt, storyStateAfter } from '#delivery/story-state.ts';
import { tellNotRemoved } from '#delivery/tell-not-removed.ts';
import { isTooLateForNews, NEWS_HOURS } from '#delivery/too-late.ts';
import { whenDue } from '#delivery/when-due.ts';
import { storyIdOf } from '#story/open-story.ts';

type PostConsequence = Consequence<Post> & {
  /** Said instead of an edit that the platform refused for good. */
  readonly pointer?: Pointer;
};

/**
 * Sends, edits or looks for the card of one claimed post, and writes down what came of it. The network is waited for
 * outside any transaction; a crash in between leaves the row `sending`, and its lease brings it back as `unknown`.
 */
export async function deliverPost(claimed: Post, delivering: Delivering): Promise<Recorded> {
  const consequence = await attempt(claimed, delivering);
  const moment = momentOf(delivering);
  return delivering.ledger.transaction((stores) => record(claimed, consequence, moment, stores));
}

async function attempt(post: Post, delivering: Delivering): Promise<PostConsequence> {
  const reach = await reachChannel(post.channel, delivering);
  return reach.kind === 'reached'
    ? show(post, reach.channel, reach.messenger, delivering)
    : afterNotReaching(reach, mayHaveArrived(post));
}

const mayHaveArrived = ({ state, message }: Post): boolean => state === 'unknown' && message === undefined;

async function show(
  post: Post,
  channel: ChannelRef,
  messenger: Messenger,
  delivering: Delivering,
): Promise<PostConsequence> {
  const { message, removedBy } = post;
  if (message !== undefined) {
    if (removedBy !== undefined) return takeAway(post, message, { channel, messenger }, delivering);
    const leftMs = post.state === 'unknown' ? delivering.settling.leftMs(post.key) : 0;
    if (leftMs > 0) return untilItSettles(leftMs);
    const outcome = await sentUnder(
      post.key,
      () => messenger.edit(channel, message, post.card, post.key),
      delivering,
    );
    return afterEdit(post, channel, outcome, delivering);
  }
  const now = delivering.clock();
  if (mustBeLookedFor(post, messenger, delivering.settling)) {
    const otherKeys = await keysBeforeRestore(post, channel, delivering);
    return lookFor(post, { channel, messenger, otherKeys }, delivering, afterFinding);
  }
  if (mayHaveArrived(post)) return create(post, channel, messenger, delivering);
  if (isTooLateForNews(post, now))
    return { settle: (stored) => afterExpiring(stored, `it could not be posted within ${NEWS_HOURS} hours`) };

  const when = await whenDue(post, channel, delivering.ledger, now);
  if (when.kind !== 'now') return { settle: (stored) => afterHolding(stored, when) };
  return create(when.mayCall ? post : withoutMention(post), channel, messenger, delivering);
}

/** The lines under the card go first: what cannot be taken away now leaves the card that says what they speak of. */
async function takeAway(
  post: Post,
  card: MessageId,
  { channel, messenger }: { readonly channel: ChannelRef; readonly messenger: Messenger },
  delivering: Delivering,
): Promise<PostConsequence> {
  const lines = await delivering.ledger.deliveries.pointersOf(post.channel, post.story);
  let outcome: RemovalOutcome = { kind: 'message-gone' };
  for (const message of [...lines.flatMap((line) => line.message ?? []), card]) {
    const of = message === card ? undefined : card;
    outcome = await guarded(() => messenger.remove(channel, message, of), delivering);
    if (outcome.kind !== 'removed' && outcome.kind !== 'message-gone') break;
  }
  const answer = { channel, outcome, isEdit: true };
  return { answer, settle: (stored, moment) => afterRemoving(stored, outcome, moment) };
}

/** Before a restore any of its articles may have been the one that opened the story, which names its card. */
async function keysBeforeRestore(
  { mayStandSince, story, key }: Post,
  channel: ChannelRef,
  { ledger }: Delivering,
): Promise<readonly DeliveryKey[]> {
  if (mayStandSince === undefined) return [];
  const articles = await ledger.stories.articlesOf(story);
  return articles.map((article) => postKey(channel, storyIdOf(article))).filter((other) => other !== key);
}

/** A mention that goes over the budget is gone for good: a correction calls nobody whom its claim did not call. */
async function create(
  post: Post,
  channel: ChannelRef,
  messenger: Messenger,
  delivering: Delivering,
): Promise<PostConsequence> {
  const { mention, wanted } = post;
  const outcome = await sentUnder(
    post.key,
    () => messenger.create(channel, post.card, post.key, mention),
    delivering,
  );
  return {
    answer: { channel, outcome },
    settle: (stored, moment) => {
      const called = mention === undefined ? withoutMention(stored) : stored;
      return afterCreating({ ...called, state: post.state }, wanted, outcome, moment);
    },
  };
}

function withoutMention(post: Post): Post {
  const { mention: _, ...silent } = post;
  return silent;
}

function afterEdit(
  post: Post,
  channel: ChannelRef,
  outcome: EditOutcome,
  { clock }: Delivering,
): PostConsequence {
  const settle = (stored: Post, moment: Moment) => afterEditing(stored, post.wanted, outcome, moment);
  const answer = { channel, outcome, isEdit: true };
  if (outcome.kind !== 'window-closed') return { settle, answer };
  const { story, card } = post;
  // Keyed by tone: one line each time the story takes a turn, none for every new outlet.
  const change = `${CARD_CLOSED}${card.tone}`;
  return {
    settle,
    answer,
    pointer: newPointer({ channel, story, change, line: closedCardLine(card), now: clock() }),
  };
}

/** Which revision it shows is not known, only that it was one of these: where it may be older, an edit follows. */
function afterFinding(
  post: Post,
  { message, isBare }: { readonly message: MessageId; readonly isBare?: true },
  moment: Moment,
): Post {
  const revision = isBare ? NOTHING_SHOWN : Math.max(1, post.wanted - 1);
  return afterShowing(post, revision, message, moment);
}

const momentOf = ({ clock, random }: Delivering): Moment => ({ now: clock(), random: random() });

async function record(
  claimed: Post,
  { settle, pointer, answer }: PostConsequence,
  moment: Moment,
  stores: DeliveryStores,
): Promise<Recorded> {
  const stored = await stores.deliveries.findPost(claimed.channel, claimed.story);
  // Its lease ran out meanwhile: whoever took it over finds the message by its key.
  if (stored === undefined || stored.leaseUntil !== claimed.leaseUntil) return recorded(claimed, false);

  const settled = keepingRemoval(claimed, settle(stored, moment), moment.now);
  await stores.deliveries.savePost(settled);
  await tellNotRemoved(stored, settled, stores, moment.now);
  await keepShown(claimed, settled, moment, stores);
  if (pointer && (await stores.deliveries.findPointer(pointer.key)) === undefined) {
    await stores.deliveries.savePointer(pointer);
  }
  await tellSubscriptions(stored, settled, moment, stores);
  const channel = { id: claimed.channel };
  await followAttempt({ before: stored, after: settled, channel, answer }, stores, moment);
  return recorded(settled, settled.shown > stored.shown);
}

/** Where a message was only found again, which of its revisions it shows is not known. */
async function keepShown(
  { channel, story, wanted: revision, shown, card }: Post,
  settled: Post,
  { now }: Moment,
  { shownCards }: DeliveryStores,
): Promise<void> {
  if (settled.shown === shown || settled.shown !== revision) return;
  await shownCards.keep({ channel, story, revision, shownAt: now.toISOString(), card });
}

async function tellSubscriptions(
  before: Post,
  post: Post,
  { now }: Moment,
  { subscriptions }: DeliveryStores,
): Promise<void> {
  const isFirstShown = before.message === undefined && post.message !== undefined;
  const state = storyStateAfter(post) ?? (isFirstShown ? 'posted' : undefined);
  if (state !== undefined) await standAt(state, post, subscriptions, now);
}
