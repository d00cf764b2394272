import type { Topic, TopicId } from '#topic/topic.ts';

/** Keeps the queries of topics that somebody watches or watched. */
export interface TopicStore {
  save(topic: Topic): Promise<void>;
  /** What was written, by topic: the topic itself is parsed anew, so that a better lexicon helps old watches. */
  listWatched(): Promise<readonly { readonly id: TopicId; readonly written: string }[]>;
  findWritten(id: TopicId): Promise<string | undefined>;
}
