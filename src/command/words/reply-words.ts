import type { Phrase } from '#card/phrase.ts';
import type { Platform } from '#channel/channel.ts';
import type { Policy } from '#channel/policy.ts';
import type { ContactWords } from '#command/words/contact-words.ts';
import type { FeedWords } from '#command/words/feed-words.ts';
import type { NewsWords } from '#command/words/news-words.ts';
import type { PartWords } from '#command/words/part-words.ts';
import type { WatchWords } from '#command/words/watch-words.ts';
import type { WhenWords } from '#command/words/when-words.ts';
import type { WhyWords } from '#command/words/why-words.ts';
import type { ListedWishes } from '#command/words/wish-words.ts';
import type { DeliveryState } from '#delivery/delivery.ts';
import type { Rhythm } from '#subscription/rhythm.ts';
import type { StoryState } from '#subscription/subscription.ts';

/** A watch in the list of a channel's. */
export type WatchFigures = {
  readonly number: number;
  readonly name: string;
  readonly storiesThisMonth: number;
  readonly isPaused: boolean;
  /** In which digest it comes; absent: at once. */
  readonly digest?: Rhythm;
  /** What else it asks for. */
  readonly wishes: ListedWishes;
  readonly by: string;
  readonly since: string;
};

/** How many stories there were; `isAtLeast` where there may be more than were looked at. */
export type StoryFigures = { readonly stories: number; readonly isAtLeast: boolean; readonly days: number };

/** What is read at the moment. */
export type FeedFigures = {
  readonly all: number;
  readonly read: number;
  readonly lastReadAt?: string;
};

/** Feeds that do not answer: how many, the outlets silent longest, and the commonest reasons as the log tells them. */
export type SilentFigures = {
  readonly feeds: number;
  readonly outlets: number;
  readonly named: readonly { readonly outlet: string; readonly since: string }[];
  readonly reasons: readonly { readonly reason: string; readonly feeds: number }[];
};

/** What the flood rule holds back until the operator decides, and of which outlets the most. */
export type HeldBackFigures = {
  readonly articles: number;
  readonly outlets: number;
  readonly named: readonly { readonly outlet: string; readonly articles: number }[];
};

/** Everything that is said to people in reply to a command, in one language. */
export type ReplyWords = {
  /** Primary subtag. */
  readonly language: string;
  readonly nowWatches: (channel: string, topic: string, understood: Phrase) => Phrase;
  readonly namesIn: (languages: number) => string;
  readonly eventIn: (languages: number) => string;
  readonly or: string;
  readonly without: string;
  readonly unknownName: (word: string) => Phrase;
  /** `restriction` as written, such as `outlet:…`. */
  readonly fitsNoOutlet: (restriction: string) => Phrase;
  readonly didYouMean: (suggestion: string) => Phrase;
  readonly alreadyThere: (channel: string, existing: string, by: string, since: string) => Phrase;
  readonly alsoMeans: (written: string) => Phrase;
  readonly tooManyTopics: (channel: string, limit: number) => Phrase;
  /** All of its channels together. */
  readonly tooManyInWorkspace: (limit: number) => Phrase;
  readonly watches: (channel: string, topics: number) => Phrase;
  readonly watchLine: (watch: WatchFigures) => Phrase;
  readonly idle: (paused: number, silent: number) => Phrase;
  readonly noLongerWatches: (channel: string, topic: string, cards: number) => Phrase;
  readonly doesNotWatch: (channel: string, topic: string, topics: number) => Phrase;
  readonly storiesFound: (found: StoryFigures, topic?: string) => Phrase;
  readonly nothingFound: (days: number, topic?: string) => Phrase;
  readonly feedsRead: (feeds: FeedFigures) => Phrase;
  readonly notRead: (silent: SilentFigures) => Phrase;
  /** What was not read for a while, and is again. */
  readonly notReadBefore: (
    gaps: readonly { readonly outlet: string; readonly since: string; readonly until: string }[],
    more: number,
  ) => Phrase;
  readonly heldBack: (heldBack: HeldBackFigures) => Phrase;
  readonly onHand: (articles: number, oldest: string | undefined, stories: number, topics: number) => Phrase;
  readonly storyStates: Readonly<Record<StoryState, string>>;
  readonly deliveryStates: Readonly<Record<DeliveryState, string>>;
  readonly deliveries: (cards: Phrase, lines: Phrase) => Phrase;
  readonly none: string;
  readonly database: (megabytes: string) => Phrase;
  readonly isConnected: (platform: string) => Phrase;
  readonly isNotConnected: (platform: string) => Phrase;
  /** For the operator, who alone can mend that: which setting holds the refused token. */
  readonly needsToken: (platform: string, setting: string) => Phrase;
  /** The same, where cards go out by another token. */
  readonly hearsNobody: (platform: string, setting: string) => Phrase;
  readonly noSuchStory: (name: string) => Phrase;
  readonly watch: WatchWords;
  readonly when: WhenWords;
  readonly why: WhyWords;
  readonly part: PartWords;
  readonly feed: FeedWords;
  readonly news: NewsWords;
  readonly contact: ContactWords;
  /** You can look, not change; and who can: the groups that the policy names, and whom the platform lets. */
  readonly noRight: (platform: Platform, managers: Policy['managers']) => Phrase;
  /** Why a button leads nowhere: of a list that is over, or not made here. */
  readonly pages: Readonly<Record<'stale' | 'forged', Phrase>>;
  readonly tooManyLookUps: (tryAgainInSeconds: number) => Phrase;
  /** Of changes, forms and all else that is no look-up. */
  readonly tooManyRequests: (tryAgainInSeconds: number) => Phrase;
  readonly help: Phrase;
  readonly helpBegins: Phrase;
  readonly helpGoesOn: (example: string) => Phrase;
  /** How the command itself is typed. */
  readonly helpWord: string;
  readonly missing: (option: string, usage: string) => Phrase;
  /** What was typed stands behind a button alone, such as Undo. */
  readonly isAButton: (typed: string) => Phrase;
  /** A first word that several commands begin with; they follow. */
  readonly goesOn: (root: string) => Phrase;
  readonly noSuchCommand: (typed: string) => Phrase;
  readonly ourFault: (error: string) => Phrase;
  readonly actions: Readonly<
    Record<
      | 'undo'
      | 'seeStory'
      | 'seeFirst'
      | 'watchThat'
      | 'list'
      | 'allTopics'
      | 'watchSomething'
      | 'thatCommand'
      | 'help'
      | 'askAgain'
      | 'showHere'
      | 'previousPage'
      | 'nextPage'
      | 'change',
      string
    >
  >;
};
