import type { CutShort } from '#article/discover-feeds.ts';
import type { Phrase } from '#card/phrase.ts';

/** A feed that was found or added. `address` is as it may be shown; never the whole of it. */
export type FeedFigures = {
  readonly name: string;
  readonly address: string;
  readonly items: number;
  /** ISO 8601, UTC. */
  readonly newestAt?: string;
};

/** A feed in the list of a workspace's own. */
export type OwnFeedFigures = {
  readonly number: number;
  readonly name: string;
  readonly address: string;
  readonly by: string;
  readonly since: string;
  /** When it last answered; absent where it never did. */
  readonly readAt?: string;
  /** Since when it does not answer. */
  readonly failingSince?: string;
};

/** What became of the feeds of a list that was taken over. */
export type ImportFigures = {
  readonly listed: number;
  readonly added: number;
  readonly alreadyRead: number;
  readonly notReached: number;
  readonly noFeed: number;
  /** Beyond what a workspace may have, or may add in an hour. */
  readonly overLimit: number;
};

/** How feeds of a workspace are told of, in one language. */
export type FeedWords = {
  readonly added: (feed: FeedFigures) => Phrase;
  /** For whom it is read, and as what it counts. */
  readonly isOwn: Phrase;
  /** Nothing of a first visit is posted. */
  readonly firstVisit: Phrase;
  readonly alreadyRead: (outlet: string) => Phrase;
  readonly alreadyOwn: (name: string, by: string, since: string) => Phrase;
  readonly foundSeveral: (address: string, feeds: number) => Phrase;
  readonly foundLine: (feed: FeedFigures) => Phrase;
  readonly cutShort: (cutShort: CutShort) => Phrase;
  readonly noFeedAt: (address: string, cutShort: CutShort | undefined) => Phrase;
  readonly noAnswerAt: (address: string, detail: string) => Phrase;
  readonly noAddress: Phrase;
  readonly hasPassword: Phrase;
  readonly tooMany: (limit: number) => Phrase;
  readonly tooFast: (limit: number) => Phrase;
  readonly own: (feeds: number) => Phrase;
  readonly ownLine: (feed: OwnFeedFigures) => Phrase;
  readonly everyones: (feeds: number, outlets: number) => Phrase;
  readonly everyonesLine: (outlet: string, address: string) => Phrase;
  readonly removed: (name: string) => Phrase;
  readonly noSuchFeed: (named: string, feeds: number) => Phrase;
  readonly isEveryones: (outlet: string) => Phrase;
  readonly imported: (figures: ImportFigures) => Phrase;
  /** Some that were not added, as they may be shown. */
  readonly notTaken: (named: readonly string[]) => Phrase;
  readonly noOpml: Phrase;
  readonly emptyOpml: Phrase;
  /** What an exported list is called inside. */
  readonly listTitle: string;
  readonly exported: (feeds: number) => Phrase;
  readonly keptBack: (feeds: number) => Phrase;
  readonly nothingToExport: Phrase;
  readonly actions: Readonly<Record<'add' | 'more' | 'addOne', string>>;
};
