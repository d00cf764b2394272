import type { Change } from '#card/change.ts';
import type { Phrase } from '#card/phrase.ts';
import type { EventStatus } from '#lexicon/event.ts';
import type { Discount } from '#match/find-discounts.ts';

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
  readonly or: string;
  readonly has: (place: string, found: string) => string;
  readonly countsAsPresent: (who: string, outlet: string) => string;
  readonly because: (found: string, outlet: string, at: string) => Phrase;
  /** How the article tells the event, where it does not simply tell that it happened. */
  readonly toldAs: Readonly<Record<Exclude<EventStatus, 'happened'>, Phrase>>;
  readonly watched: (topic: string, since: string) => Phrase;
  readonly posted: (at: string, edits: readonly EditTold[]) => Phrase;
  /** `who` is a side; a correction and a withdrawal need none. */
  readonly changes: Readonly<Record<Change['kind'], (who: string) => string>>;
  readonly cardStands: (state: string) => Phrase;
  /** Where the story stands for a topic whose card has not come; `state` as the words for stories say it. */
  readonly storyStands: (state: string) => Phrase;
  /** A link whose report is one of a story that this channel knows. */
  readonly isPartOf: (story: string) => Phrase;
  /** Not posted, because … */
  readonly lacks: (found: string, missing: readonly string[]) => Phrase;
  /** Words that look like an event and are none. */
  readonly looksLike: (found: string, event: string) => Phrase;
  readonly doesNotCount: (found: string, discounts: readonly string[]) => Phrase;
  /** `found` are words of the article, `name` what they stand for. */
  readonly discounts: Readonly<Record<Discount['why'], (found: string, name: string) => string>>;
  readonly isTooFarApart: (found: string) => Phrase;
  readonly holdsExcluded: (found: string) => Phrase;
  readonly isFromElsewhere: (conditions: readonly string[]) => Phrase;
  readonly isArchive: Phrase;
  readonly cameBefore: Phrase;
  readonly isOnItsWay: Phrase;
  readonly isPaused: Phrase;
  readonly meetsNothing: (topics: number) => Phrase;
  readonly nearest: (topic: string, since: string) => Phrase;
  readonly isHeldBack: Phrase;
  readonly isUnread: Phrase;
  readonly neverSeen: (link: string) => Phrase;
  readonly noSuchCard: Phrase;
  readonly cardElsewhere: Phrase;
  readonly onHand: Phrase;
};
