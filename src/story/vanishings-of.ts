import type { Vanishing } from '#story/story.ts';
import type { StoryFacts } from '#story/story-facts.ts';

/** Reports that are no longer at their addresses, in order of arrival. That is all that is known of them. */
export function vanishingsOf({ articles, now }: StoryFacts): readonly Vanishing[] {
  return articles
    .filter(({ state }) => state === 'vanished')
    .map(({ article, outlet, stateSince, stateDetail }) => ({
      article: article.id,
      outlet: outlet.id,
      since: stateSince ?? now.toISOString(),
      ...(stateDetail !== undefined && { answered: stateDetail }),
    }));
}
