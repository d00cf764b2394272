import type { LookBackFigures } from '#command/words/watch-words.ts';

/** Above either, a channel would be flooded rather than told. */
const MOST_STORIES_A_DAY = 3;
const MOST_ON_ONE_DAY = 8;

/** Whether so much can come as one card a story. */
export const isCalm = ({
  stories,
  days,
  busiestDay,
}: Pick<LookBackFigures, 'stories' | 'days' | 'busiestDay'>): boolean =>
  stories <= MOST_STORIES_A_DAY * days && busiestDay <= MOST_ON_ONE_DAY;
