import type { ArticleId } from '#article/article.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { RuledSide } from '#statement/ruled-side.ts';
import type { StoryId } from '#story/story.ts';

/** What somebody decided about a story. */
export type Decision =
  /** These articles are another event than the rest. */
  | { readonly kind: 'split'; readonly story: StoryId; readonly articles: readonly ArticleId[] }
  /** Both are one event. */
  | { readonly kind: 'merge'; readonly story: StoryId; readonly other: StoryId }
  /** For whom a speaker of one article speaks; `isLifted`: as it was read, and not as it was ruled. */
  | {
      readonly kind: 'side';
      readonly story: StoryId;
      readonly ruled: RuledSide;
      readonly isLifted?: true;
    }
  /** A workspace has hidden something, or shows it again: its cards are told anew. */
  | { readonly kind: 'retell'; readonly story: StoryId; readonly workspace: WorkspaceId };

/** A decision as it is kept: by whom, when, and what came of it once it was carried. Times are ISO 8601 in UTC. */
export type Ruling = {
  readonly number: number;
  readonly decision: Decision;
  readonly by: string;
  readonly at: string;
  readonly carriedAt?: string;
  /** In words, for the operator. */
  readonly outcome?: string;
};
