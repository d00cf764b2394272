import type { Log } from '#kernel/log.ts';
import type { Correction, StoryAccount } from '#story/story.ts';
import type { ToldStory } from '#story/tell-story.ts';

/**
 * Logs the words that were just taken off a side because they stand in another side's own text, and those of which that
 * has turned out not to hold: they stand under the side again. What a person decided is logged with the decision.
 */
export function logCorrections({ story, before }: ToldStory, log: Log): void {
  const known = new Set(before?.corrections.map(({ statement }) => statement));
  for (const correction of story.account.corrections) {
    if (known.has(correction.statement) || !('foundIn' in correction)) continue;
    const { statement, side, belongsTo, foundIn } = correction;
    log.warn('story.corrected', { story: story.id, statement, side, belongsTo, foundIn });
  }
  for (const correction of before?.corrections ?? []) {
    const { statement, side } = correction;
    if ('foundIn' in correction && standsAgain(correction, story.account))
      log.warn('story.correction_lifted', { story: story.id, statement, side });
  }
}

const standsAgain = ({ statement, side }: Correction, { corrections, sides }: StoryAccount): boolean =>
  corrections.every((one) => one.statement !== statement) &&
  sides.some((one) => one.side === side && one.statements.some((said) => said.statement === statement));
