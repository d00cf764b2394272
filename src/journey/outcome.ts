import type { Arrived } from '#article/read-document.ts';
import type { Owing } from '#delivery/weigh-channels.ts';
import type { Reading } from '#journey/read-article.ts';
import type { ToldStory } from '#story/tell-story.ts';

/** What an article comes to: computed, and not kept yet. */
export type Outcome = {
  readonly arrived: Arrived;
  readonly reading: Reading;
  readonly told: ToldStory;
  readonly owings: readonly Owing[];
  readonly at: Date;
};
