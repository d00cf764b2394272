import type { SaidIn } from '#story/best-first.ts';
import type { Correction, StoryAccount, TakenOffBy } from '#story/story.ts';

/** A card shows so many of a side's statements; what stood below them was not on it. */
const MOST_A_SIDE = 2;

/**
 * What has to be said where somebody decided that statements leave the sides under which a card could show them: for
 * each side its best, those of `leaving` that stood there before. ISO 8601, UTC.
 */
export function decidedCorrections(
  before: StoryAccount,
  leaving: readonly SaidIn[],
  decided: TakenOffBy & { readonly at: string },
): readonly Correction[] {
  const { at, ...by } = decided;
  return before.sides.flatMap(({ side, statements }) =>
    statements
      .slice(0, MOST_A_SIDE)
      .flatMap(({ statement: id }) => leaving.find(({ statement }) => statement.id === id) ?? [])
      .map(({ statement, from }) => ({
        statement: statement.id,
        side,
        stoodFrom: from.article.seenAt,
        takenOffAt: at,
        ...by,
        taken: statement,
      })),
  );
}
