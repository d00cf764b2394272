import type { ShownCard } from '#delivery/shown-card.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';

/** So many cards are kept of one post: the first, and the newest. */
export const MOST_SHOWN_CARDS = 40;

/** Keeps cards as they were shown, for some time. */
export interface ShownCardStore {
  /** Beyond `MOST_SHOWN_CARDS` the oldest after the first is forgotten. */
  keep(shown: ShownCard): Promise<void>;
  /** In the order in which they were shown. */
  listOf(channel: ChannelId, story: StoryId): Promise<readonly ShownCard[]>;
}
