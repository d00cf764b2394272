import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';

/** A channel wants to hear no more of a story, except what takes something back. Times are ISO 8601 in UTC. */
export type StoryMute = {
  readonly channel: ChannelId;
  readonly story: StoryId;
  readonly by: string;
  readonly at: string;
  /** Absent: for good. */
  readonly until?: string;
};
