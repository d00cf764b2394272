import type { FeedParser } from '#article/item.ts';
import type { PageReader } from '#article/page-reader.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import { type Clock, HOUR_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Detector } from '#language/detector.ts';
import type { Ledger } from '#ledger.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { StoryWindows } from '#story/story-windows.ts';
import type { WatchedTopics } from '#subscription/watched-topics.ts';
import type { Summarizer } from '#summary/summarizer.ts';

/** Stories older than this take no article in any more: a later report of the event opens one that follows. */
export const WINDOW_MS = 72 * HOUR_MS;

/** What the journey works with. */
export type Stages = {
  readonly ledger: Ledger;
  readonly parser: FeedParser;
  readonly lexicon: Lexicon;
  readonly detect: Detector;
  readonly summarizer: Summarizer;
  readonly windows: StoryWindows;
  readonly watched: WatchedTopics;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Reads pages of outlets that let them be read; absent when the operator does not want that. */
  readonly pages?: PageReader;
  /** Stands on every card, such as the demo's "demo wording, nobody's statement". */
  readonly note?: string;
  /** Aborted when the program is to end: no further article is begun. */
  readonly stopping?: AbortSignal;
  /** Told when a channel is owed something new, once that is kept. */
  readonly onOwed?: () => void;
  /** Lets everything else have its turn between two articles. */
  readonly breathe: () => Promise<void>;
};

/** How many articles were carried, and how many could not be read. */
export type Carried = { readonly read: number; readonly unread: number };
