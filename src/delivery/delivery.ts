import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { Ground } from '#subscription/ground.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** Where a post or pointer stands. The last five are ends: nothing but what takes a claim back moves a row out of them. */
export type DeliveryState =
  | 'pending'
  | 'sending'
  | 'unknown'
  | 'held'
  | 'sent'
  | 'superseded'
  | 'cancelled'
  | 'expired'
  | 'uncertain'
  | 'dead';

/** What a held card waits for: a digest's hour, the end of quiet hours, the next full hour, or more to rest on. */
export type HeldFor = 'digest' | 'quiet' | 'list' | 'condition';

/** What every delivery row carries. Times are ISO 8601 in UTC. */
export type Attempted = {
  readonly key: DeliveryKey;
  /** What stands in the channel, as far as that is known. */
  readonly message?: MessageId;
  readonly state: DeliveryState;
  /** When it should first have gone out; time-to-live counts from here. */
  readonly plannedAt: string;
  readonly dueAt: string;
  readonly attempts: number;
  /** When the first attempt began: where to look when it is unknown whether it arrived. Lines that stand keep it. */
  readonly firstSentAt?: string | undefined;
  readonly leaseUntil?: string | undefined;
  /** Why it stands where it stands, in one line. */
  readonly reason?: string | undefined;
  /** How often it was sent again without knowing whether it had arrived: it may stand once more than it should. */
  readonly repeats?: number | undefined;
  /** It may stand on the platform since then without being known here: a copy of the database was restored. */
  readonly mayStandSince?: string | undefined;
};

/**
 * The one message of a story in a channel. While `shown` < `wanted` it is created once, or edited to the newest
 * card; revisions between are never sent. The key does not hold the revision.
 */
export type Post = Attempted & {
  readonly channel: ChannelId;
  readonly story: StoryId;
  readonly wanted: number;
  readonly shown: number;
  readonly postedAt?: string;
  /** The card as wanted now. */
  readonly card: Card;
  /** Hash of what the card shows, without its times of reading: `wanted` rises only when it differs. */
  readonly cardHash: string;
  readonly mention?: string;
  /** What the story rests on now; absent in rows of an earlier Readout, which count as one report. */
  readonly ground?: Ground;
  /** While it is held; then `dueAt` is when it is told among others, or given up. */
  readonly heldFor?: HeldFor | undefined;
  /** Who wants the card taken away: what is due then is that, and no edit. It stays once it is carried out. */
  readonly removedBy?: string;
  /** It was a sample, and whoever asked for it took it back: as if there had been none. */
  readonly isTakenBack?: true;
  /** Watches that have moved away: the card is kept up to date where it stands all the same, as they wanted it. */
  readonly keptFor?: readonly MovedWatch[];
};

/** What a watch that has moved away leaves with its cards: of which topic it is, and how it wants them told. */
export type MovedWatch = Pick<Subscription, 'topic' | 'name' | 'languages' | 'inThread' | 'isWithoutLines'>;

/** A one-line message that replies to the card and says what must not be missed. */
export type Pointer = Attempted & {
  readonly channel: ChannelId;
  readonly story: StoryId;
  /** The `key` of the card's Change. */
  readonly change: string;
  readonly line: Phrase;
  /** Whom to call once more: those whom the claim called, when it is taken back. */
  readonly mention?: string;
};
