import type { CardTurn } from '#card/card-turns.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Platform } from '#channel/channel.ts';
import { storyEnglish } from '#command/words/story-words-en.ts';
import { storyFrench } from '#command/words/story-words-fr.ts';

/** A report of a story as it is listed. */
export type ReportTold = {
  readonly name: string;
  /** As cards name it. */
  readonly outlet: string;
  readonly kind: 'official' | 'wire' | 'media' | 'analysis' | 'unverified';
  readonly owner: string;
  readonly country?: string;
  /** Why we say that a state controls it. */
  readonly stateControlled?: string;
  readonly title: string;
  readonly link?: string;
  readonly publishedAt: string;
  readonly seenAt: string;
  readonly edition: number;
  /** What it rests on, in words. */
  readonly restsOn: Phrase;
  readonly vanishedSince?: string;
  readonly withdrawnAt?: string;
  readonly isHidden: boolean;
};

/** A statement of a side as it is listed. */
export type StatementTold = {
  readonly name: string;
  readonly report: string;
  readonly label: Phrase;
  readonly words: string;
  readonly isNotInOwnText: boolean;
};

/** How the parts of a story are told, its past, and what a workspace hides of it. */
export type StoryWords = {
  readonly sidesOf: (story: string, headline: string) => Phrase;
  readonly sourcesOf: (story: string, headline: string, reports: number) => Phrase;
  readonly side: (name: string) => Phrase;
  readonly others: string;
  readonly statement: (told: StatementTold) => Phrase;
  readonly silence: (why: Phrase) => Phrase;
  readonly takenOff: (stood: Phrase) => Phrase;
  readonly more: (left: number) => Phrase;
  readonly report: (told: ReportTold) => Phrase;
  readonly origins: (names: readonly string[]) => Phrase;
  readonly copyOf: (name: string) => Phrase;
  readonly denial: Phrase;
  readonly noOrigin: Phrase;
  readonly hidden: (names: readonly string[]) => Phrase;
  readonly historyOf: (story: string, channel: string, revisions: number) => Phrase;
  readonly shown: (at: string, turns: Phrase, isMaterial: boolean) => Phrase;
  readonly firstShown: Phrase;
  readonly turns: Readonly<
    Record<CardTurn['kind'], (turn: { readonly who: string; readonly count: number }) => string>
  >;
  readonly asItStood: (at: string, since: string) => Phrase;
  readonly notYetShown: (at: string) => Phrase;
  readonly neverShown: (story: string, channel: string) => Phrase;
  readonly notKept: Phrase;
  readonly noSuchTime: (typed: string) => Phrase;
  readonly whichReport: (story: string) => Phrase;
  readonly whichStatement: (story: string) => Phrase;
  readonly noSuchPart: (typed: string, story: string) => Phrase;
  readonly nothingLeft: (story: string) => Phrase;
  readonly hid: (part: string, what: string, story: string, isToldToOperator: boolean) => Phrase;
  readonly showsAgain: (part: string, story: string) => Phrase;
  readonly isHiddenAlready: (part: string) => Phrase;
  readonly isNotHidden: (part: string) => Phrase;
  /** A message was chosen that is no card. */
  readonly noCard: Phrase;
  /** Where a story need not be named; nothing where that is nowhere. */
  readonly atItsCard: Readonly<Record<Platform, readonly Phrase[]>>;
  readonly actions: Readonly<
    Record<'sides' | 'sources' | 'history' | 'notThisEvent' | 'wrongSide' | 'muteIt', string>
  >;
};

/** The words of a language; English where there are none in it. */
export const storyWordsIn = (language: string): StoryWords =>
  language === 'fr' ? storyFrench : storyEnglish;
