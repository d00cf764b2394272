import type { OutletId } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { TopicId } from '#topic/topic.ts';

/** A story that meets a topic in all but the event, by the first report that did. */
export type RelatedStory = {
  readonly id: StoryId;
  /** R-7K2Q */
  readonly shortName: string;
  readonly title: string;
  readonly link?: string;
  readonly outlet: OutletId;
};

/** Stories of news seen from `since` until before `until`, of everyone and of this workspace; each is given once. */
export type RelatedQuery = {
  readonly topics: readonly TopicId[];
  readonly since: Date;
  readonly until: Date;
  readonly seenBy: WorkspaceId;
  readonly limit: number;
};
