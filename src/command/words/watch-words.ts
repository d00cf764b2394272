import type { Phrase } from '#card/phrase.ts';
import type { QueryFault } from '#topic/query-fault.ts';

/** How much the archive holds on a topic, up to now. */
export type LookBackFigures = {
  readonly stories: number;
  /** Articles by which these stories met the topic. */
  readonly articles: number;
  /** How far back it was looked, in days; 0 where the archive is empty. */
  readonly days: number;
  /** The day of the oldest article on hand, ISO 8601. */
  readonly archiveFrom?: string;
  /** Whether no more is on hand than was looked at. */
  readonly isAllWeHold: boolean;
  /** Most stories on one day, in the workspace's zone. */
  readonly busiestDay: number;
  /** Stories that began between 22:00 and 7:00 in the workspace's zone. */
  readonly atNight: number;
  /** Set when more articles could meet it than were looked at: how many were, the newest. */
  readonly sampled?: number;
};

/** Articles that name all who are asked for and not the event; `isAtLeast` when not all were looked at. */
export type MissedFigures = {
  readonly articles: number;
  readonly isAtLeast: boolean;
  readonly names: readonly string[];
  readonly event: string;
};

/** A way to narrow a topic down, and how many of its stories are left. */
export type Narrower = { readonly written: string; readonly stories: number };

/** What is said where somebody tries or begins a watch. */
export type WatchWords = {
  readonly lookedBack: (figures: LookBackFigures) => Phrase;
  /** The same in full, for who only tries. */
  readonly lookedBackInFull: (figures: LookBackFigures) => Phrase;
  readonly missedNarrowly: (missed: MissedFigures) => Phrase;
  /** `evidence` as `tellEvidence` tells it. */
  readonly foundBy: (evidence: string) => Phrase;
  readonly cardsWillCome: Phrase;
  /** `at` is hh:mm. */
  readonly digestWillCome: (at: string, zone: string) => Phrase;
  readonly tested: (topic: string, understood: Phrase) => Phrase;
  readonly tooMuch: (topic: string, figures: LookBackFigures) => Phrase;
  readonly narrowIt: (narrower: readonly Narrower[]) => Phrase;
  /** Why a query is no topic, where something was to be saved, and where not. `place` is counted from 1. */
  readonly badQuery: (fault: QueryFault, place: number) => Phrase;
  readonly noTopic: (fault: QueryFault, place: number) => Phrase;
  readonly noSuchHour: (written: string) => Phrase;
  readonly sample: WatchSampleWords;
  readonly actions: Readonly<
    Record<'postSample' | 'change' | 'changeIt' | 'missed' | 'cardsAtMost', string>
  > & { readonly dailyDigest: (at: string) => string };
};

/** What is said of a card that is posted as a sample. */
export type WatchSampleWords = {
  /** Stands on the card. */
  readonly note: string;
  readonly isComing: (headline: string, channel: string) => Phrase;
  readonly standsAlready: (story: string, channel: string) => Phrase;
  /** `state` as the words for deliveries say it. */
  readonly hasEnded: (story: string, state: string) => Phrase;
};
