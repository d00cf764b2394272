import type { Article } from '#article/article.ts';
import type { ArticleState } from '#article/article-store.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { Statement } from '#statement/statement.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { Correction, StoryAccount } from '#story/story.ts';

/** One article of a story with all that the stages found in it. */
export type ArticleFacts = {
  /** Its newest edition. */
  readonly article: Article;
  /** The edition before, where it is at hand: what a withdrawn report had said. */
  readonly earlier?: Article;
  readonly outlet: Outlet;
  readonly fingerprint: Fingerprint;
  readonly statements: readonly Statement[];
  readonly state: ArticleState;
  /** Since when it is in that state; needed for `withdrawn` and `vanished`. ISO 8601, UTC. */
  readonly stateSince?: string;
  /** Of a vanished one: the status at its address. */
  readonly stateDetail?: string;
};

/** Everything an account rests on. The same facts always give the same account. */
export type StoryFacts = {
  /** In order of arrival. */
  readonly articles: readonly ArticleFacts[];
  /** The whole catalogue: a side may be silent in an outlet that has no article here. */
  readonly outlets: ReadonlyMap<OutletId, Outlet>;
  /** How the feeds of official outlets stand. */
  readonly feeds: readonly { readonly outlet: OutletId; readonly record: FeedRecord }[];
  /** What the card could show so far: a correction says what stood, and stays. */
  readonly previous?: StoryAccount;
  /** What somebody has just decided to take off the card. */
  readonly decided?: readonly Correction[];
  readonly now: Date;
};
