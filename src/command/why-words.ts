import type { Change } from '#card/change.ts';
import type { Phrase } from '#card/phrase.ts';

/** An edit of a card, and what it was made for. */
export type EditTold = { readonly at: string; readonly why: string };

/** How it is told why a story stands in a channel, or why it does not. */
export type WhyWords = {
  readonly theTitle: string;
  /** Of the lead, counted from 1. */
  readonly sentence: (number: number) => string;
  readonly sentenceOfText: (number: number) => string;
  readonly quoted: (words: string) => string;
  readonly and: string;
  readonly has: (place: string, found: string) => string;
  readonly countsAsPresent: (who: string, outlet: string) => string;
  readonly because: (found: string, outlet: string, at: string) => Phrase;
  readonly watched: (topic: string, since: string) => Phrase;
  readonly posted: (at: string, edits: readonly EditTold[]) => Phrase;
  /** `who` is a side; a correction and a withdrawal need none. */
  readonly changes: Readonly<Record<Change['kind'], (who: string) => string>>;
  readonly cardStands: (state: string) => Phrase;
  /** Not posted, because … */
  readonly lacks: (found: string, missing: readonly string[]) => Phrase;
  readonly isTooFarApart: (found: string) => Phrase;
  readonly holdsExcluded: (found: string) => Phrase;
  readonly isFromElsewhere: (conditions: readonly string[]) => Phrase;
  readonly isArchive: Phrase;
  readonly cameBefore: Phrase;
  readonly isOnItsWay: Phrase;
  readonly meetsNothing: (topics: number) => Phrase;
  readonly nearest: (topic: string, since: string) => Phrase;
  readonly isHeldBack: Phrase;
  readonly isUnread: Phrase;
  readonly neverSeen: (link: string) => Phrase;
  readonly noSuchCard: Phrase;
  readonly onHand: Phrase;
};
