import type { Phrase } from '#card/phrase.ts';

/** Words of a side that somebody decided to take off, and the story that tells of them now, if one does. */
export type DecidedWords = {
  readonly words: string;
  readonly outlet: string;
  readonly side: string;
  readonly by: 'operator' | 'workspace';
  readonly movedTo?: string | undefined;
  /** Further words of that side, taken off with these. */
  readonly more: number;
};

/** The card's own words in one language. Times and sources are pieces, so that each platform shows them its way. */
export type CardWords = {
  readonly headlineOf: (outlet: string) => string;
  /** An outlet whose report an aggregator passed on. */
  readonly via: (outlet: string, aggregator: string) => string;
  /** An outlet that people added; `named`: whom it names as its source. */
  readonly unverified: (outlet: string, named?: string) => string;
  readonly topics: (names: readonly string[]) => string;
  readonly oneSide: string;
  readonly bothSides: string;
  readonly severalSides: (spoke: number, sides: number) => string;
  readonly hasSpoken: (side: string, silent: readonly string[]) => string;
  readonly reported: (origins: number) => string;
  readonly announced: string;
  readonly announcedFor: Phrase;
  readonly deniedBy: (side: string) => string;
  readonly deniedHere: (side: string, at: string, number: number) => Phrase;
  readonly corrected: string;
  readonly hadGiven: (what: {
    outlet: string;
    words: string;
    to: string;
    owner: string;
    number: number;
  }) => Phrase;
  /** Words that somebody decided to take off, in the status line; `decidedLine` in a line of its own. */
  readonly decided: (what: DecidedWords) => Phrase;
  readonly decidedLine: (
    what: DecidedWords & { readonly from: string; readonly to: string; readonly on: string },
  ) => Phrase;
  readonly aQuotation: string;
  readonly stoodUnder: (side: string, from: string, to: string) => Phrase;
  readonly withdrawnBy: (outlet: string) => string;
  readonly withdrawnMark: string;
  readonly noOtherOrigin: string;
  readonly stoodHere: (from: string, to: string) => Phrase;
  readonly vanished: string;
  /** `answered` stands after the time: " (404)", or nothing. */
  readonly vanishedSince: (outlet: string, since: string, answered: string) => Phrase;
  /** A report among others that is no longer at its address; `number` is its source. */
  readonly vanishedReport: (gone: {
    readonly outlet: string;
    readonly number: number;
    readonly since: string;
  }) => Phrase;
  readonly ownText: (outlet: string, language: string) => string;
  readonly quotedBy: (speaker: string, outlet: string, language: string) => string;
  readonly reportedBy: (speaker: string, outlet: string, language: string) => string;
  /** The words are what the speaker denies, or the denial itself. */
  readonly denying: (speaker: string) => string;
  readonly stateControlled: string;
  readonly joint: (sides: readonly string[]) => string;
  readonly notInOwnText: string;
  readonly noSentence: (readAt: string, number: number) => Phrase;
  readonly onlyLeadRead: (readAt: string, number: number) => Phrase;
  readonly nothingYet: (outlet: string, readAt: string) => Phrase;
  readonly feedDown: (outlet: string, since: string) => Phrase;
  readonly notReadDirectly: string;
  readonly others: string;
  readonly mutedBy: (who: string, until?: string) => Phrase;
  readonly nowPartOf: (shortName: string) => string;
  /** Of a card that was moved to another channel. */
  readonly nowIn: (channel: string) => string;
  readonly follows: (shortName: string) => string;
  readonly outlets: (outlets: number, owners: number) => string;
  readonly restsOn: (origins: readonly string[], outlets: number) => string;
  readonly publishedAndSeen: (published: string, seen: string) => Phrase;
  readonly publishedAndUpdated: (published: string, updated: string) => Phrase;
  readonly read: (outlet: string) => string;
  readonly sideSpoke: (side: string, at: string, on: string, isComplete: boolean) => Phrase;
  /** Several sides were heard by the same words; `publisher`: the outlet of the first, where it is their own text. */
  readonly spokeTogether: (said: {
    readonly sides: readonly string[];
    readonly publisher?: string;
    readonly at: string;
    readonly on: string;
    readonly isComplete: boolean;
  }) => Phrase;
  readonly confirmed: (outlet: string, at: string, on: string) => Phrase;
  readonly deniedLine: (side: string, at: string, on: string) => Phrase;
  readonly correctedLine: (what: {
    words: string;
    owner: string;
    side: string;
    from: string;
    to: string;
    on: string;
  }) => Phrase;
  /** A correction does not hold: the side's own text has the words. */
  readonly liftedLine: (words: string, side: string, on: string) => Phrase;
  readonly withdrawnLine: (outlet: string, at: string, title: string) => Phrase;
};
