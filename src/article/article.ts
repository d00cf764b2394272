import type { FeedId } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { Id, WorkspaceId } from '#kernel/id.ts';

/** Names one article for ever: a hash of its feed and the first identity key it was seen under. */
export type ArticleId = Id<'Article'>;

/** One published item, normalised. Immutable: a changed one is a new edition. Times are ISO 8601 in UTC. */
export type Article = {
  readonly id: ArticleId;
  readonly feed: FeedId;
  readonly outlet: OutletId;
  /** Whose feed brought it: it is for nobody else. Absent for news of everyone. */
  readonly workspace?: WorkspaceId;
  readonly link?: string;
  readonly title: string;
  /** Plain text, as the feed gave it. */
  readonly summary?: string;
  /** Plain text: the feed's content, or the page's where it was fetched. */
  readonly text?: string;
  /** Whether `text` is the whole published text, fetched and stored; silence may be claimed only then. */
  readonly isFullText: boolean;
  readonly language?: string;
  /** When the outlet says it was published; never later than `seenAt` (a future date is held until due). */
  readonly publishedAt?: string;
  readonly seenAt: string;
  /** 1 for the first; one more each time title or text changed. */
  readonly edition: number;
  /** From a feed's first visit, or too old when seen: matched and grouped, never a reason to post. */
  readonly isArchive: boolean;
  readonly image?: string;
  /** Whom the feed that brought it names as its source: a claim, as good as the outlet of the feed. */
  readonly outletName?: string;
};

/** When the article counts as having happened: what the outlet says, else when we saw it. */
export const timeOf = (article: Article): string => article.publishedAt ?? article.seenAt;
