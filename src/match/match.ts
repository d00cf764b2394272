import type { ArticleId } from '#article/article.ts';
import type { Place } from '#language/analysis.ts';
import type { EventStatus } from '#lexicon/event.ts';
import type { TopicId } from '#topic/topic.ts';

/** Where and by which words one part of a topic was met. */
export type Evidence = {
  /** As written in the topic. */
  readonly part: string;
  /** The article's own words. */
  readonly found: string;
  readonly where: Place;
  /** Counted from 0 inside `where`. */
  readonly sentence: number;
  /** Present when an official outlet's own principal counts as named. */
  readonly note?: string;
};

/** Strong: the event itself. Related: all its actors, another or no event; never alerts. */
export type Tier = 'strong' | 'related';

/** An article meets a topic. */
export type Match = {
  readonly topic: TopicId;
  readonly article: ArticleId;
  readonly tier: Tier;
  /** 0 to 1, only for ranking inside one topic. */
  readonly score: number;
  readonly status: EventStatus;
  readonly direction: 'as-asked' | 'reversed' | 'none';
  readonly evidence: readonly Evidence[];
};
