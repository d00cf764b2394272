import type { Log } from '#kernel/log.ts';
import type { ToldStory } from '#story/tell-story.ts';

/**
 * Logs the words that were just taken off a side because they stand in another side's own text. What a person decided is
 * logged with the decision.
 */
export function logCorrections({ story, before }: ToldStory, log: Log): void {
  const known = new Set(before?.corrections.map(({ statement }) => statement));
  for (const correction of story.account.corrections) {
    if (known.has(correction.statement) || !('foundIn' in correction)) continue;
    const { statement, side, belongsTo, foundIn } = correction;
    log.warn('story.corrected', { story: story.id, statement, side, belongsTo, foundIn });
  }
}
