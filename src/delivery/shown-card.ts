import type { Card } from '#card/card.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';

/** A card as it was shown in a channel, and since when. */
export type ShownCard = {
  readonly channel: ChannelId;
  readonly story: StoryId;
  /** Of the post, not of the story: revisions between were never sent. */
  readonly revision: number;
  readonly shownAt: string;
  readonly card: Card;
};
