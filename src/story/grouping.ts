import type { StoryId } from '#story/story.ts';

/** Which story an article belongs to, decided with earlier articles alone. */
export type Grouping =
  | { readonly kind: 'opens'; readonly follows?: StoryId }
  | {
      readonly kind: 'joins';
      readonly story: StoryId;
      readonly score: number;
      /** The one that it is closest to: `story`, or one of `merges`. */
      readonly nearest: StoryId;
      readonly because: readonly string[];
      /** Stories that this article shows to be the same one; they are merged into `story`, the oldest. */
      readonly merges: readonly StoryId[];
    };
