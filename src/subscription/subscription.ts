import type { ChannelId, Id, WorkspaceId } from '#kernel/id.ts';
import type { Ground } from '#subscription/ground.ts';
import type { OutletChoice } from '#subscription/outlet-choice.ts';
import type { Rhythm } from '#subscription/rhythm.ts';
import type { TopicId } from '#topic/topic.ts';

/** Names one subscription: a hash of channel and topic, so that a topic is watched once per channel. */
export type SubscriptionId = Id<'Subscription'>;

/** A channel watches a topic. To people: "watching a topic". */
export type Subscription = {
  readonly id: SubscriptionId;
  readonly workspace: WorkspaceId;
  readonly channel: ChannelId;
  readonly topic: TopicId;
  /** As its people call it: the query as they wrote it. */
  readonly name: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** A role or user group in the platform's own form; never everyone. */
  readonly mention?: string;
  /** Until somebody says otherwise. */
  readonly isPaused: boolean;
  /** Paused until then. */
  readonly mutedUntil?: string;
  /** Told in a digest of this rhythm; absent: at once. */
  readonly digest?: Rhythm;
  /** Since when it is told so: no digest of an hour before is owed. */
  readonly digestSince?: string;
  /** Its digest also names stories that meet the topic in all but the event. */
  readonly digestsRelated?: true;
  /** Not told before the story rests on as much; absent: on a report. */
  readonly needs?: Ground;
  /** Also in quiet hours, where the story rests on two origins or a party's own text. */
  readonly isUrgent?: true;
  /** What is material is said in a thread of the card; what takes a claim back always in the channel itself. */
  readonly inThread?: true;
  /** In which languages its cards are told, most wanted first; before those of the workspace. */
  readonly languages?: readonly string[];
  /** A report of another outlet opens no card and joins none. */
  readonly outlets?: OutletChoice;
  /** Of what is new about a card only what takes a claim back is said in a line. */
  readonly isWithoutLines?: true;
};

/** Where a story that matched a subscription stands; exactly one at a time. */
export type StoryState =
  | 'posted'
  | 'joined'
  | 'digested'
  | 'held'
  | 'waiting'
  | 'muted'
  | 'expired'
  | 'dead'
  | 'uncertain';
