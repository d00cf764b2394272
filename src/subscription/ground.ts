import type { StoryAccount } from '#story/story.ts';

/** What a story rests on, the weakest first: a report, reports of two origins, a party's own text. */
export type Ground = 'one-report' | 'two-origins' | 'own-text';

const STRENGTH: Readonly<Record<Ground, number>> = { 'one-report': 0, 'two-origins': 1, 'own-text': 2 };

/** What a story rests on now. */
export function groundOf({ sides, origins }: Pick<StoryAccount, 'sides' | 'origins'>): Ground {
  if (sides.some(({ ownTextAt }) => ownTextAt !== undefined)) return 'own-text';
  return origins.length >= 2 ? 'two-origins' : 'one-report';
}

/** Whether this is as much as was asked for, or more. */
export const suffices = (ground: Ground, needed: Ground): boolean => STRENGTH[ground] >= STRENGTH[needed];
