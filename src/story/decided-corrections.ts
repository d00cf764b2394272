import type { ActorId } from '#lexicon/actor.ts';
import type { Statement } from '#statement/statement.ts';
import type { SaidIn } from '#story/best-first.ts';
import type { Correction, StoryAccount, TakenOffBy } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

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
        stoodFrom: stoodFrom(statement, side, from, before),
        takenOffAt: at,
        ...by,
        taken: statement,
      })),
  );
}

/** Since its article was seen; where somebody had put it under this side, since then. */
function stoodFrom(
  { id }: Statement,
  side: ActorId,
  { article }: ArticleFacts,
  { corrections }: StoryAccount,
): string {
  const moved = corrections.findLast((one) => 'by' in one && one.statement === id && one.side !== side);
  return moved?.takenOffAt ?? article.seenAt;
}
